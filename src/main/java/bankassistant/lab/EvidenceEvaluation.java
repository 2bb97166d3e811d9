package bankassistant.lab;

import bankassistant.lab.RetrievalEvaluation.Question;
import bankassistant.retrieval.Evidence;
import bankassistant.retrieval.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

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
     * @param rightSection  of the same: the evidence is of the right section
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
            counts.add(i + 2, questions.get(i), finder.apply(questions.get(i).question()));
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

        void add(int line, Question question, Finding finding) {
            Optional<Evidence> evidence = finding.evidence();
            evidence.ifPresent(present -> {
                found++;
                sentences += present.sentences().size();
            });
            boolean nothingAnswers = question.policy().isEmpty();
            boolean correct = nothingAnswers
                    ? countUnanswerable(evidence)
                    : countAnswerable(question, evidence);
            if (!correct) {
                mistakes.add(new Mistake(line, question.question(),
                        nothingAnswers ? NOTHING : question.key() + ": " + question.sentence(),
                        evidence.map(chosen -> chosen.passage().key() + ": " + chosen.text()).orElse(NOTHING),
                        evidence.map(Evidence::score).orElse(0.0)));
            }
        }

        private boolean countUnanswerable(Optional<Evidence> evidence) {
            unanswerable++;
            recognised += evidence.isEmpty() ? 1 : 0;
            return evidence.isEmpty();
        }

        private boolean countAnswerable(Question question, Optional<Evidence> evidence) {
            answerable++;
            if (evidence.isEmpty()) {
                refused++;
                return false;
            }
            Evidence chosen = evidence.get();
            boolean rightSection = chosen.passage().key().equals(question.key());
            boolean rightSentence = rightSection && chosen.sentences().stream()
                    .anyMatch(sentence -> chosen.passage().section().sentence(sentence).equals(question.sentence()));
            inSection += rightSection ? 1 : 0;
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
