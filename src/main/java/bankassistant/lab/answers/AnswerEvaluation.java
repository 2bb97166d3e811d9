package bankassistant.lab.answers;

import bankassistant.lab.Mistake;
import bankassistant.lab.Proportion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;

/** How often the product's answer holds what it must, with the plain quotation of its evidence beside it. */
public final class AnswerEvaluation {

    private final Function<String, Answered> product;
    private final BertScore score;

    /**
     * @param product what it does with a question that begins a conversation
     * @param score   of answers against references
     */
    public AnswerEvaluation(Function<String, Answered> product, BertScore score) {
        this.product = product;
        this.score = score;
    }

    /**
     * What the product did.
     *
     * @param kind      such as {@code written}
     * @param text      of the answer
     * @param quotation the evidence as it stands in the policy, where some was found
     */
    public record Answered(String kind, String text, Optional<String> quotation) {}

    /**
     * How good texts are.
     *
     * @param passed    have all that they must hold and nothing that they must not
     * @param bertScore mean F1 against the references, of texts that rest on evidence; empty without
     */
    public record Quality(Proportion passed, OptionalDouble bertScore) {}

    /**
     * @param answers         the product's
     * @param quotations      the same, had the evidence been quoted each time
     * @param written         of the answers, those in the model's own words; empty if there are none
     * @param writtenIfQuoted the same, had the evidence been quoted
     * @param kinds           answers of each kind
     */
    public record Result(Quality answers, Quality quotations, Optional<Quality> written,
            Optional<Quality> writtenIfQuoted, Map<String, Integer> kinds, List<Mistake> mistakes) {

        public Result {
            mistakes = List.copyOf(mistakes);
        }
    }

    /** @param questions at least one */
    public Result run(List<AnswerQuestion> questions) {
        Tally answers = new Tally();
        Tally quotations = new Tally();
        Tally written = new Tally();
        Tally writtenIfQuoted = new Tally();
        Map<String, Integer> kinds = new TreeMap<>();
        List<Mistake> mistakes = new ArrayList<>();
        for (int i = 0; i < questions.size(); i++) {
            AnswerQuestion question = questions.get(i);
            Answered answered = product.apply(question.question());
            kinds.merge(answered.kind(), 1, Integer::sum);
            Judged answer = judged(question, Optional.of(answered.text()), answered.quotation().isPresent());
            Judged quotation = judged(question, answered.quotation(), true);
            answers.add(answer);
            quotations.add(quotation);
            if (answered.kind().equals("written")) {
                written.add(answer);
                writtenIfQuoted.add(quotation);
            }
            if (!answer.passes()) {
                mistakes.add(new Mistake(i + 1, question.question(), String.join("; ", question.must()),
                        answered.kind() + ": " + answered.text(), 0));
            }
        }
        return new Result(answers.quality().orElseThrow(), quotations.quality().orElseThrow(), written.quality(),
                writtenIfQuoted.quality(), kinds, mistakes);
    }

    private Judged judged(AnswerQuestion question, Optional<String> text, boolean rests) {
        boolean scored = rests && text.isPresent() && question.good().isPresent();
        return new Judged(text.filter(question::passes).isPresent(),
                scored ? OptionalDouble.of(score.f1(text.get(), question.reference())) : OptionalDouble.empty());
    }

    private record Judged(boolean passes, OptionalDouble score) {}

    private static final class Tally {

        private final List<Judged> texts = new ArrayList<>();

        void add(Judged text) {
            texts.add(text);
        }

        Optional<Quality> quality() {
            if (texts.isEmpty()) {
                return Optional.empty();
            }
            int passed = (int) texts.stream().filter(Judged::passes).count();
            return Optional.of(new Quality(new Proportion(passed, texts.size()),
                    texts.stream().flatMapToDouble(text -> text.score().stream()).average()));
        }
    }
}
