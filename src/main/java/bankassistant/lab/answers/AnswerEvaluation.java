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
     * @param passed          answers with all that they must hold and nothing that they must not
     * @param quotationPassed the same, had the evidence been quoted each time
     * @param writtenPassed   of the answers in the model's own words; empty if there are none
     * @param writtenQuoted   of the same, had the evidence been quoted
     * @param bertScore       mean F1 against the references of answers that rest on evidence; empty without
     * @param quotationScore  the same of the quotations
     * @param kinds           answers of each kind
     */
    public record Result(Proportion passed, Proportion quotationPassed, Optional<Proportion> writtenPassed,
            Optional<Proportion> writtenQuoted, OptionalDouble bertScore, OptionalDouble quotationScore,
            Map<String, Integer> kinds, List<Mistake> mistakes) {

        public Result {
            mistakes = List.copyOf(mistakes);
        }
    }

    /** @param questions at least one */
    public Result run(List<AnswerQuestion> questions) {
        int passed = 0;
        int quotationPassed = 0;
        int written = 0;
        int writtenPassed = 0;
        int writtenQuoted = 0;
        List<Double> scores = new ArrayList<>();
        List<Double> quotationScores = new ArrayList<>();
        Map<String, Integer> kinds = new TreeMap<>();
        List<Mistake> mistakes = new ArrayList<>();
        for (int i = 0; i < questions.size(); i++) {
            AnswerQuestion question = questions.get(i);
            Answered answered = product.apply(question.question());
            kinds.merge(answered.kind(), 1, Integer::sum);
            boolean passes = question.passes(answered.text());
            boolean quotationPasses = answered.quotation().filter(question::passes).isPresent();
            passed += passes ? 1 : 0;
            quotationPassed += quotationPasses ? 1 : 0;
            if (answered.kind().equals("written")) {
                written++;
                writtenPassed += passes ? 1 : 0;
                writtenQuoted += quotationPasses ? 1 : 0;
            }
            if (!passes) {
                mistakes.add(new Mistake(i + 1, question.question(), String.join("; ", question.must()),
                        answered.kind() + ": " + answered.text(), 0));
            }
            if (question.good().isPresent() && answered.quotation().isPresent()) {
                scores.add(score.f1(answered.text(), question.reference()));
                quotationScores.add(score.f1(answered.quotation().get(), question.reference()));
            }
        }
        return new Result(new Proportion(passed, questions.size()), new Proportion(quotationPassed, questions.size()),
                share(writtenPassed, written), share(writtenQuoted, written), mean(scores), mean(quotationScores),
                kinds, mistakes);
    }

    private static Optional<Proportion> share(int part, int of) {
        return of == 0 ? Optional.empty() : Optional.of(new Proportion(part, of));
    }

    private static OptionalDouble mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average();
    }
}
