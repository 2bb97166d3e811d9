package bankassistant.answering;

import bankassistant.answering.Verdict.Fault;
import bankassistant.model.Generation.FinishReason;
import bankassistant.policy.Section;
import bankassistant.retrieval.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An answer of sentences that were each checked before anyone sees them. A text in which a sentence fails for its figures
 * is written once more with only the evidence's figures; what still fails is replaced by the evidence's own words. A
 * writer that fails costs the wording, never the answer.
 */
public final class CheckedWriter {

    private static final Logger LOG = LoggerFactory.getLogger(CheckedWriter.class);

    /** What a second try under the constraint can mend. */
    private static final Set<Fault> FIGURES = Set.of(Fault.INVENTS_FIGURES, Fault.SWAPS_FIGURES, Fault.LACKS_FIGURES);

    private final Writer writer;
    private final FigureCheck check;

    public CheckedWriter(Writer writer, FigureCheck check) {
        this.writer = writer;
        this.check = check;
    }

    /**
     * Answers in checked sentences.
     *
     * @param shown hears each sentence as soon as it is checked, on this thread
     * @throws CancellationException if {@code cancelled} said so
     */
    public CheckedAnswer answer(String question, Evidence evidence, Consumer<AnswerSentence> shown,
            BooleanSupplier cancelled) {
        return new Answering(question, evidence, shown, cancelled).answer();
    }

    /** One answer while it comes about. */
    private final class Answering {

        private final String question;
        private final Evidence evidence;
        private final Consumer<AnswerSentence> shown;
        private final BooleanSupplier cancelled;
        private final List<AnswerSentence> sentences = new ArrayList<>();
        /** Passed, but not all that the evidence says there has come yet. */
        private final List<AnswerSentence> waiting = new ArrayList<>();
        private AnswerCheck checking;
        private Optional<Writing> writing = Optional.empty();
        private long checkNanos;

        Answering(String question, Evidence evidence, Consumer<AnswerSentence> shown, BooleanSupplier cancelled) {
            this.question = question;
            this.evidence = evidence;
            this.shown = shown;
            this.cancelled = cancelled;
        }

        CheckedAnswer answer() {
            try {
                write();
            } catch (CancellationException e) {
                throw e;
            } catch (RuntimeException e) {
                // Only the kind of failure: a message could hold something of the question.
                LOG.warn("The model could not write ({}); the policy is quoted instead", e.getClass().getSimpleName());
            }
            Optional<Verdict> verdict = writing.isPresent() ? Optional.of(checking.verdict()) : Optional.empty();
            if (!waiting.isEmpty()) {
                checking.leftOut();
                verdict = Optional.of(checking.verdict());
            }
            quoteTheRest(verdict.isPresent() && verdict.get().passed());
            Dates.missing(evidence.passage().section(), joined(sentences)).forEach(this::quote);
            return new CheckedAnswer(sentences, writing, verdict, checkNanos / 1e6);
        }

        private void write() {
            checking = check.begin(evidence, question);
            writeOnce(false);
            if (writing.isPresent() && checking.verdict().faults().stream().anyMatch(FIGURES::contains)) {
                checking.again();
                writeOnce(true);
            }
        }

        private void writeOnce(boolean bound) {
            boolean[] complete = {true};
            Optional<Writing> written = writer.write(question, evidence, bound, sentence -> {
                complete[0] = take(sentence);
                return complete[0];
            }, cancelled);
            if (written.isEmpty()) {
                return;
            }
            writing = Optional.of(writing.map(before -> before.and(written.get())).orElse(written.get()));
            if (complete[0]) {
                if (written.get().finish() == FinishReason.LENGTH) {
                    checking.cutOff();
                }
                checking.end();
            }
        }

        private boolean take(String sentence) {
            long start = System.nanoTime();
            try {
                // a second try begins as the first one did
                if (writing.isPresent() && checking.hasPassed(sentence)) {
                    return true;
                }
                Optional<AnswerCheck.Passed> passed = checking.take(sentence);
                passed.ifPresent(of -> waiting.add(new AnswerSentence(of.text(),
                        of.rests().stream().sorted().map(evidence.sentences()::get).toList(), true)));
                if (saysAll(waiting)) {
                    waiting.forEach(this::show);
                    waiting.clear();
                }
                return passed.isPresent();
            } finally {
                checkNanos += System.nanoTime() - start;
            }
        }

        private void show(AnswerSentence sentence) {
            sentences.add(sentence);
            shown.accept(sentence);
        }

        /** A writer that leaves a figure out has chosen from the evidence, which is not its business. */
        private boolean saysAll(List<AnswerSentence> written) {
            if (checking.hasAskedFigures()) {
                return true;
            }
            Section section = evidence.passage().section();
            String rested = written.stream().flatMap(sentence -> sentence.rests().stream()).distinct()
                    .map(section::sentence).collect(Collectors.joining(" "));
            return checking.saysAll(joined(written), rested);
        }

        /** What no sentence says; nothing where the figures that are asked for were given. */
        private void quoteTheRest(boolean passed) {
            if (passed && checking.hasAskedFigures()) {
                return;
            }
            Set<Integer> said = sentences.stream().flatMap(sentence -> sentence.rests().stream())
                    .collect(Collectors.toSet());
            evidence.sentences().stream().filter(index -> !said.contains(index)).forEach(this::quote);
        }

        /** @param index of the section's sentence */
        private void quote(int index) {
            show(new AnswerSentence(evidence.passage().section().sentence(index), List.of(index), false));
        }

        private static String joined(List<AnswerSentence> sentences) {
            return sentences.stream().map(AnswerSentence::text).collect(Collectors.joining(" "));
        }
    }
}
