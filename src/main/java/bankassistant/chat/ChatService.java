package bankassistant.chat;

import bankassistant.answering.FigureCheck;
import bankassistant.answering.Quotation;
import bankassistant.answering.Verdict;
import bankassistant.answering.Writer;
import bankassistant.answering.Writing;
import bankassistant.chat.StageClock.Stage;
import bankassistant.policy.SectionRef;
import bankassistant.privacy.MaskedText;
import bankassistant.privacy.Masker;
import bankassistant.retrieval.Evidence;
import bankassistant.retrieval.EvidenceFinder;
import bankassistant.retrieval.Finding;
import bankassistant.retrieval.Hit;
import bankassistant.retrieval.Passage;
import bankassistant.retrieval.SectionHint;
import bankassistant.understanding.Understander;
import bankassistant.understanding.Understanding;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way of a message:
 *
 * <ol>
 * <li>mask: personal data is replaced; from here on only the masked text exists
 * <li>understand: which intent, and whether a bank is asked; if not, the message is turned away, replied to or asked back
 * <li>find: without a greeting or who asks, the section and the sentences that answer, or that nothing does
 * <li>write: the model words them
 * <li>check: what it wrote may be shown, or the sentences are quoted
 * <li>return: the answer with its sources
 * </ol>
 *
 * <p>Recording stands before find (the question) and before the answer is returned.
 *
 * <p>It fails closed: if masking, understanding or finding fails there is no answer. If writing fails the policy is quoted, which needs no
 * model. Nothing unchecked is shown, not even for a moment.
 *
 * <p>Safe for several threads; one conversation is used by one thread at a time.
 */
public final class ChatService implements Chat {

    private static final Logger LOG = LoggerFactory.getLogger(ChatService.class);

    private final Masker masker;
    private final Optional<Understander> understander;
    private final IntentHints hints;
    private final EvidenceFinder finder;
    private final Writer writer;
    private final FigureCheck check;

    /**
     * @param sections the section that answers an intent, by the intent's name
     * @param writer   {@link Writer#NONE} to quote always
     */
    public ChatService(Masker masker, Understander understander, Function<String, Optional<SectionRef>> sections,
            EvidenceFinder finder, Writer writer, FigureCheck check) {
        this(masker, Optional.of(understander), sections, finder, writer, check);
    }

    /** Without understanding: any message is taken for a banking question. For an installation without heads. */
    public ChatService(Masker masker, EvidenceFinder finder, Writer writer, FigureCheck check) {
        this(masker, Optional.empty(), _ -> Optional.empty(), finder, writer, check);
    }

    private ChatService(Masker masker, Optional<Understander> understander,
            Function<String, Optional<SectionRef>> sections, EvidenceFinder finder, Writer writer, FigureCheck check) {
        this.masker = masker;
        this.understander = understander;
        this.hints = new IntentHints(sections);
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

        Optional<Understanding> understanding = understand(masked, clock);
        Report report = new Report(id, masked, understanding.map(ChatService::meaning), clock);
        report.meaning().ifPresent(meaning -> events.accept(new StageEvent.Understood(meaning)));
        stopIf(cancel);

        Answer answer = switch (understanding.orElse(new Understanding.InScope(masked.value(), List.of()))) {
            case Understanding.OutOfScope _ -> new Answer.OutOfScope(report.details());
            case Understanding.SmallTalk talk -> new Answer.Clarify(talk.reply(), List.of(), report.details());
            case Understanding.Vague vague -> new Answer.Clarify(vague.reply(), vague.options(), report.details());
            case Understanding.InScope in ->
                fromPolicies(new Asked(in.question(), hint(in), false), report, events, cancel);
            case Understanding.Mixed mixed ->
                fromPolicies(new Asked(mixed.question(), hint(mixed), true), report, events, cancel);
        };
        events.accept(new StageEvent.Finished(answer));
        return answer;
    }

    private Answer fromPolicies(Asked asked, Report report, Consumer<StageEvent> events, Cancel cancel) {
        Finding finding = find(asked, report.clock());
        stopIf(cancel);
        if (finding.evidence().isEmpty()) {
            return withheld(finding.hits(), asked, report);
        }
        Evidence evidence = finding.evidence().get();
        events.accept(new StageEvent.Found(evidence));

        Optional<Writing> writing = write(asked, evidence, report.clock(), cancel);
        Optional<Verdict> verdict = writing.flatMap(written -> check(written, evidence, asked, report.clock()));
        stopIf(cancel);
        return verdict.filter(Verdict::passed).isPresent()
                ? written(writing.get(), verdict.get(), evidence, asked, report, events)
                : quoted(writing, verdict, evidence, asked, report, events);
    }

    private MaskedText mask(String text, Conversation conversation, StageClock clock) {
        return orUnanswered("The question was not read: personal data in it could not be masked.",
                () -> clock.time(Stage.MASK, () -> masker.mask(text, conversation.placeholders())));
    }

    private Optional<Understanding> understand(MaskedText masked, StageClock clock) {
        return understander.map(present -> orUnanswered(
                "It could not be made out what is asked. Try again; if it happens again, tell your administrator.",
                () -> clock.time(Stage.UNDERSTAND, () -> Objects.requireNonNull(present.understand(masked)))));
    }

    private static Details.Meaning meaning(Understanding understanding) {
        return new Details.Meaning(understanding.inScope(), understanding.intent()
                .map(score -> new Details.Topic(score.intent().name(), score.intent().label(), score.confidence())));
    }

    private SectionHint hint(Understanding understanding) {
        return hints.of(understanding);
    }

    private Finding find(Asked asked, StageClock clock) {
        return orUnanswered(
                "The policies could not be searched. Try again; if it happens again, tell your administrator.",
                () -> clock.time(Stage.FIND, () -> finder.find(QuestionFocus.of(asked.question()), asked.hint())));
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

    private Optional<Writing> write(Asked asked, Evidence evidence, StageClock clock, Cancel cancel) {
        return orQuoted("write",
                () -> clock.time(Stage.WRITE, () -> writer.write(asked.question(), evidence, cancel::requested)));
    }

    private Optional<Verdict> check(Writing writing, Evidence evidence, Asked asked, StageClock clock) {
        return orQuoted("be checked", () -> clock.time(Stage.CHECK,
                () -> Optional.of(check.check(writing, evidence, asked.question()))));
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

    private static Answer written(Writing writing, Verdict verdict, Evidence evidence, Asked asked, Report report,
            Consumer<StageEvent> events) {
        Citation citation = citation(evidence.passage(), evidence.text());
        writing.sentences().forEach(sentence -> events.accept(new StageEvent.Sentence(sentence, citation)));
        declineRest(asked, events);
        return new Answer.Written(asked.withRestDeclined(writing.text()), List.of(citation),
                report.details(Optional.of(writing), Optional.of(verdict)));
    }

    private static Answer quoted(Optional<Writing> writing, Optional<Verdict> verdict, Evidence evidence, Asked asked,
            Report report, Consumer<StageEvent> events) {
        Quotation quotation = Quotation.of(evidence);
        quotation.sentences().forEach(sentence -> events
                .accept(new StageEvent.Sentence(sentence, citation(evidence.passage(), sentence))));
        declineRest(asked, events);
        return new Answer.Quoted(asked.withRestDeclined(quotation.text()),
                List.of(citation(evidence.passage(), quotation.text())), report.details(writing, verdict));
    }

    private static void declineRest(Asked asked, Consumer<StageEvent> events) {
        if (asked.declinesRest()) {
            events.accept(new StageEvent.Sentence(Asked.REST_DECLINED, null));
        }
    }

    private static Answer withheld(List<Hit> hits, Asked asked, Report report) {
        if (hits.isEmpty()) {
            return new Answer.Withheld(asked.withRestDeclined(
                    "The policies do not answer this question. Please ask your branch manager."), List.of(),
                    report.details());
        }
        Passage nearest = hits.getFirst().passage();
        String text = "The policies do not answer this question. The nearest section is \"%s\" in %s; please ask %s."
                .formatted(nearest.section().title(), nearest.policyTitle(), nearest.owner());
        return new Answer.Withheld(asked.withRestDeclined(text),
                List.of(citation(nearest, nearest.section().sentence(0))), report.details());
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
}
