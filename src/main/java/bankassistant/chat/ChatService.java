package bankassistant.chat;

import bankassistant.answering.FigureCheck;
import bankassistant.answering.Quotation;
import bankassistant.answering.Verdict;
import bankassistant.answering.Writer;
import bankassistant.answering.Writing;
import bankassistant.chat.StageClock.Stage;
import bankassistant.privacy.MaskedText;
import bankassistant.privacy.Masker;
import bankassistant.retrieval.Evidence;
import bankassistant.retrieval.EvidenceFinder;
import bankassistant.retrieval.Finding;
import bankassistant.retrieval.Hit;
import bankassistant.retrieval.Passage;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way of a message:
 *
 * <ol>
 * <li>mask: personal data is replaced; from here on only the masked text exists
 * <li>find: without a greeting or who asks, the section and the sentences that answer, or that nothing does
 * <li>write: the model words them
 * <li>check: what it wrote may be shown, or the sentences are quoted
 * <li>return: the answer with its sources
 * </ol>
 *
 * <p>Understanding what is asked stands between mask and find; recording stands before find (the question) and before the
 * answer is returned.
 *
 * <p>It fails closed: if masking or finding fails there is no answer. If writing fails the policy is quoted, which needs no
 * model. Nothing unchecked is shown, not even for a moment.
 *
 * <p>Safe for several threads; one conversation is used by one thread at a time.
 */
public final class ChatService implements Chat {

    private static final Logger LOG = LoggerFactory.getLogger(ChatService.class);

    private final Masker masker;
    private final EvidenceFinder finder;
    private final Writer writer;
    private final FigureCheck check;

    /** @param writer {@link Writer#NONE} to quote always */
    public ChatService(Masker masker, EvidenceFinder finder, Writer writer, FigureCheck check) {
        this.masker = masker;
        this.finder = finder;
        this.writer = writer;
        this.check = check;
    }

    @Override
    public Answer answer(Conversation conversation, String question, Consumer<StageEvent> events, Cancel cancel) {
        String text = QuestionText.of(question);
        StageClock clock = new StageClock();
        String id = conversation.nextQuestionId();

        MaskedText masked = mask(text, conversation, clock);
        events.accept(new StageEvent.Masked(masked));
        stopIf(cancel);

        Finding finding = find(masked, clock);
        stopIf(cancel);
        Report report = new Report(id, masked, clock);
        if (finding.evidence().isEmpty()) {
            return finished(withheld(finding.hits(), report), events);
        }
        Evidence evidence = finding.evidence().get();
        events.accept(new StageEvent.Found(evidence));

        Optional<Writing> writing = write(masked, evidence, clock, cancel);
        Optional<Verdict> verdict = writing.flatMap(written -> check(written, evidence, masked, clock));
        stopIf(cancel);
        return verdict.filter(Verdict::passed).isPresent()
                ? finished(written(writing.get(), verdict.get(), evidence, report, events), events)
                : finished(quoted(writing, verdict, evidence, report, events), events);
    }

    private MaskedText mask(String text, Conversation conversation, StageClock clock) {
        return orUnanswered("The question was not read: personal data in it could not be masked.",
                () -> clock.time(Stage.MASK, () -> masker.mask(text, conversation.placeholders())));
    }

    private Finding find(MaskedText masked, StageClock clock) {
        return orUnanswered(
                "The policies could not be searched. Try again; if it happens again, tell your administrator.",
                () -> clock.time(Stage.FIND, () -> finder.find(QuestionFocus.of(masked.value()))));
    }

    private static <T> T orUnanswered(String message, Supplier<T> stage) {
        try {
            return stage.get();
        } catch (CancellationException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new UnansweredException(message, e);
        }
    }

    private Optional<Writing> write(MaskedText masked, Evidence evidence, StageClock clock, Cancel cancel) {
        return orQuoted("write",
                () -> clock.time(Stage.WRITE, () -> writer.write(masked.value(), evidence, cancel::requested)));
    }

    private Optional<Verdict> check(Writing writing, Evidence evidence, MaskedText masked, StageClock clock) {
        return orQuoted("be checked", () -> clock.time(Stage.CHECK,
                () -> Optional.of(check.check(writing, evidence, masked.value()))));
    }

    private static <T> Optional<T> orQuoted(String what, Supplier<Optional<T>> stage) {
        try {
            return stage.get();
        } catch (CancellationException e) {
            throw e;
        } catch (RuntimeException e) {
            // Only the kind of failure: a message could hold something of the question.
            LOG.warn("The model could not {} ({}); the policy is quoted instead", what, e.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    private static Answer written(Writing writing, Verdict verdict, Evidence evidence, Report report,
            Consumer<StageEvent> events) {
        Citation citation = citation(evidence.passage(), evidence.text());
        writing.sentences().forEach(sentence -> events.accept(new StageEvent.Sentence(sentence, citation)));
        return new Answer.Written(writing.text(), List.of(citation),
                report.details(Optional.of(writing), Optional.of(verdict)));
    }

    private static Answer quoted(Optional<Writing> writing, Optional<Verdict> verdict, Evidence evidence, Report report,
            Consumer<StageEvent> events) {
        Quotation quotation = Quotation.of(evidence);
        quotation.sentences().forEach(sentence -> events
                .accept(new StageEvent.Sentence(sentence, citation(evidence.passage(), sentence))));
        return new Answer.Quoted(quotation.text(), List.of(citation(evidence.passage(), quotation.text())),
                report.details(writing, verdict));
    }

    private static Answer withheld(List<Hit> hits, Report report) {
        Details details = report.details(Optional.empty(), Optional.empty());
        if (hits.isEmpty()) {
            return new Answer.Withheld("The policies do not answer this question. Please ask your branch manager.",
                    List.of(), details);
        }
        Passage nearest = hits.getFirst().passage();
        String text = "The policies do not answer this question. The nearest section is \"%s\" in %s; please ask %s."
                .formatted(nearest.section().title(), nearest.policyTitle(), nearest.owner());
        return new Answer.Withheld(text, List.of(citation(nearest, nearest.section().sentence(0))), details);
    }

    private static Answer finished(Answer answer, Consumer<StageEvent> events) {
        events.accept(new StageEvent.Finished(answer));
        return answer;
    }

    private static Citation citation(Passage passage, String quote) {
        return new Citation(passage.policyId(), passage.policyTitle(), passage.section().id(),
                passage.section().title(), passage.version(), quote);
    }

    private static void stopIf(Cancel cancel) {
        if (cancel.requested()) {
            throw new CancellationException("the answer is no longer wanted");
        }
    }

    /** What goes into every answer's details. */
    private record Report(String id, MaskedText masked, StageClock clock) {

        Details details(Optional<Writing> writing, Optional<Verdict> verdict) {
            return new Details(id, masked, MODEL_NAME,
                    verdict.map(Report::checks).orElse(Details.Checks.NOTHING_WRITTEN),
                    clock.timings(writing.map(Writing::firstTokenMillis).orElse(0.0)),
                    writing.map(Writing::promptTokens).orElse(0), writing.map(Writing::answerTokens).orElse(0));
        }

        private static Details.Checks checks(Verdict verdict) {
            return new Details.Checks(!verdict.faults().contains(Verdict.Fault.EMPTY), verdict.figuresCarried(),
                    verdict.figuresInvented(),
                    verdict.faults().stream().map(fault -> fault.name().toLowerCase(Locale.ROOT)).toList());
        }
    }
}
