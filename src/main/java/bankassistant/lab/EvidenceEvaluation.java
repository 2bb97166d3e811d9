package bankassistant.lab;

import bankassistant.lab.RetrievalEvaluation.Question;
import bankassistant.retrieval.Evidence;
import bankassistant.retrieval.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How often the sentence that answers is among the evidence chosen, and how well it is told that none does. */
public final class EvidenceEvaluation {

    private static final String NOTHING = "nothing";

    private final Function<String, Finding> finder;

    /** @param finder of a question, with all that the product gives it */
    public EvidenceEvaluation(Function<String, Finding> finder) {
        this.finder = finder;
    }

    /**
     * The shares are empty where no question is of their kind.
     *
     * @param rightEvidence of the questions that something answers: the right sentence is among those chosen
     * @param rightSection  of the same: evidence is of the right section
     * @param refused       of the same: it was said that nothing answers
     * @param recognised    of the questions that nothing answers: it was said so
     * @param sentences     chosen for a question with evidence, on average; 0 if there is none
     */
    public record Result(Optional<Proportion> rightEvidence, Optional<Proportion> rightSection,
            Optional<Proportion> refused, Optional<Proportion> recognised, double sentences, List<Mistake> mistakes) {

        public Result {
            mistakes = List.copyOf(mistakes);
        }
    }

    /** @param questions with the sentence that answers, or with no policy, section and sentence where nothing does */
    public Result run(List<Question> questions) {
        Counts counts = new Counts();
        for (int i = 0; i < questions.size(); i++) {
            // the first line is the header
            Finding finding = finder.apply(questions.get(i).question());
            counts.add(i + 2, questions.get(i),
                    Stream.concat(finding.evidence().stream(), finding.also().stream()).toList());
        }
        return counts.result();
    }

    private static final class Counts {

        private int answerable;
        private int unanswerable;
        private int right;
        private int inSection;
        private int refused;
        private int recognised;
        private int found;
        private int sentences;
        private final List<Mistake> mistakes = new ArrayList<>();

        /** @param evidence of one section, of two where two things are asked, or of none */
        void add(int line, Question question, List<Evidence> evidence) {
            found += evidence.isEmpty() ? 0 : 1;
            sentences += evidence.stream().mapToInt(of -> of.sentences().size()).sum();
            boolean nothingAnswers = question.policy().isEmpty();
            boolean correct = nothingAnswers
                    ? countUnanswerable(evidence)
                    : countAnswerable(question, evidence);
            if (!correct) {
                mistakes.add(new Mistake(line, question.question(),
                        nothingAnswers ? NOTHING : question.key() + ": " + question.sentence(),
                        evidence.isEmpty()
                                ? NOTHING
                                : evidence.stream().map(chosen -> chosen.passage().key() + ": " + chosen.text())
                                        .collect(Collectors.joining(" ")),
                        evidence.stream().findFirst().map(Evidence::score).orElse(0.0)));
            }
        }

        private boolean countUnanswerable(List<Evidence> evidence) {
            unanswerable++;
            recognised += evidence.isEmpty() ? 1 : 0;
            return evidence.isEmpty();
        }

        private boolean countAnswerable(Question question, List<Evidence> evidence) {
            answerable++;
            if (evidence.isEmpty()) {
                refused++;
                return false;
            }
            Optional<Evidence> ofSection = evidence.stream()
                    .filter(chosen -> chosen.passage().key().equals(question.key())).findFirst();
            boolean rightSentence = ofSection.filter(chosen -> chosen.sentences().stream()
                    .map(chosen.passage().section()::sentence).anyMatch(question.sentence()::equals)).isPresent();
            inSection += ofSection.isPresent() ? 1 : 0;
            right += rightSentence ? 1 : 0;
            return rightSentence;
        }

        Result result() {
            return new Result(share(right, answerable), share(inSection, answerable), share(refused, answerable),
                    share(recognised, unanswerable), found == 0 ? 0 : (double) sentences / found, mistakes);
        }

        private static Optional<Proportion> share(int part, int of) {
            return of == 0 ? Optional.empty() : Optional.of(new Proportion(part, of));
        }
    }
}
