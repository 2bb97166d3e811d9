package bankassistant.chat;

import bankassistant.answering.CheckedAnswer;
import bankassistant.answering.CheckedWriter;
import bankassistant.answering.FigureCheck;
import bankassistant.answering.Writer;
import bankassistant.chat.StageClock.Stage;
import bankassistant.policy.Duty;
import bankassistant.policy.SectionRef;
import bankassistant.privacy.MaskedText;
import bankassistant.privacy.Masker;
import bankassistant.privacy.PiiSpan;
import bankassistant.retrieval.Evidence;
import bankassistant.retrieval.EvidenceFinder;
import bankassistant.retrieval.Finding;
import bankassistant.retrieval.Hit;
import bankassistant.retrieval.Passage;
import bankassistant.retrieval.SectionHint;
import bankassistant.understanding.Understander;
import bankassistant.understanding.Understanding;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The way of a message:
 *
 * <ol>
 * <li>mask: personal data is replaced; from here on only the masked text exists
 * <li>understand: what is asked, with the question before where the message goes on about it; which intent, and whether a bank is asked; if not, the message is turned away, replied to or asked back
 * <li>find: without a greeting or who asks, the section and the sentences that answer, a second section where two things are asked, or that nothing does
 * <li>write: the model words them
 * <li>check: each sentence is shown as soon as it may be; what fails is written once more or quoted
 * <li>return: the answer with its sources
 * </ol>
 *
 * <p>Two records are kept of each turn: the question before anything is found or shown, the end of it before an answer is shown
 * ({@link Turn}).
 *
 * <p>It fails closed: if masking, understanding or finding fails there is no answer. If writing fails the policy is quoted, which needs no
 * model. Nothing unchecked is shown, not even for a moment.
 *
 * <p>Safe for several threads; one conversation is used by one thread at a time.
 */
public final class ChatService implements Chat {

    private final Masker masker;
    private final Understander understander;
    private final IntentHints hints;
    private final EvidenceFinder finder;
    private final CheckedWriter writer;
    private final CheckedWriter quoting;
    private final Recorder recorder;
    private final FollowUps followUps = new FollowUps(this::nearness);

    /**
     * @param sections the section that answers an intent, by the intent's name
     * @param writer   {@link Writer#NONE} to quote always
     * @param recorder keeps the two records of a turn
     */
    public ChatService(Masker masker, Understander understander, Function<String, Optional<SectionRef>> sections,
            EvidenceFinder finder, Writer writer, FigureCheck check, Recorder recorder) {
        this.masker = masker;
        this.understander = understander;
        this.hints = new IntentHints(sections);
        this.finder = finder;
        this.writer = new CheckedWriter(writer, check);
        this.quoting = new CheckedWriter(Writer.NONE, check);
        this.recorder = recorder;
    }

    /** Records nothing. For measurements and tests. */
    public ChatService(Masker masker, Understander understander, Function<String, Optional<SectionRef>> sections,
            EvidenceFinder finder, Writer writer, FigureCheck check) {
        this(masker, understander, sections, finder, writer, check, Recorder.NONE);
    }

    @Override
    public Answer answer(Conversation conversation, String question, Consumer<StageEvent> events, Cancel cancel) {
        String text = QuestionText.of(question);
        if (conversation.ended()) {
            throw new QuestionException(
                    "This conversation has ended, since it could not be recorded. Start a new one.");
        }
        StageClock clock = new StageClock();
        Turn turn = new Turn(recorder, conversation, clock, events);
        String id = conversation.nextQuestionId();

        MaskedText masked = mask(text, conversation, clock);
        Understanding understanding = understand(masked, conversation, id, turn, clock);
        Report report = new Report(id, masked, Optional.of(meaning(understanding)), clock);
        turn.asked(id, masked, report.meaning());

        Answer answer = turn.answered(() -> answer(understanding, conversation, report, turn::event, cancel));
        events.accept(new StageEvent.Finished(answer));
        return answer;
    }

    @Override
    public List<PiiSpan> preview(Conversation conversation, String typed) {
        return masker.find(typed, conversation.placeholders()).stream()
                .map(found -> new PiiSpan(found.kind().type(), found.start(), found.end(),
                        "[" + found.kind().label() + "]"))
                .toList();
    }

    private Answer answer(Understanding understanding, Conversation conversation, Report report,
            Consumer<StageEvent> events, Cancel cancel) {
        report.meaning().ifPresent(meaning -> events.accept(new StageEvent.Understood(meaning)));
        stopIf(cancel);
        return switch (understanding) {
            case Understanding.OutOfScope _ -> new Answer.OutOfScope(report.details());
            case Understanding.SmallTalk talk -> new Answer.Clarify(talk.reply(), List.of(), report.details());
            case Understanding.Vague vague -> new Answer.Clarify(vague.reply(), vague.options(), report.details());
            case Understanding.InScope in ->
                fromPolicies(new Asked(in.question(), hint(in), false), conversation, report, events, cancel);
            case Understanding.Mixed mixed ->
                fromPolicies(new Asked(mixed.question(), hint(mixed), true), conversation, report, events, cancel);
        };
    }

    private Answer fromPolicies(Asked asked, Conversation conversation, Report report, Consumer<StageEvent> events,
            Cancel cancel) {
        Finding finding = find(asked, report.clock());
        stopIf(cancel);
        if (finding.evidence().isEmpty()) {
            return withheld(finding.hits(), asked, report);
        }
        conversation.goOnFrom(asked.question());
        Evidence evidence = finding.evidence().get();
        events.accept(new StageEvent.Found(evidence));

        List<Evidence> all = Stream.concat(Stream.of(evidence), finding.also().stream()).toList();
        Optional<Evidence> confidential = all.stream()
                .filter(of -> of.passage().section().duty().filter(Duty.Confidential.class::isInstance).isPresent())
                .findFirst();
        if (confidential.isPresent()) {
            return confidential(confidential.get(), asked, report, events);
        }
        List<Told> told = new ArrayList<>();
        told.add(tell(writer, evidence, asked, report.clock(), events, cancel));
        // quoted: writing twice would take twice as long
        finding.also().ifPresent(also -> told.add(tell(quoting, also, asked, report.clock(), events, cancel)));
        stopIf(cancel);
        return answer(told, asked, report, events);
    }

    private MaskedText mask(String text, Conversation conversation, StageClock clock) {
        return orUnanswered("The question was not read: personal data in it could not be masked.",
                () -> clock.time(Stage.MASK, () -> masker.mask(text, conversation.placeholders())));
    }

    /** If it can't be told what is asked, that is recorded as well. */
    private Understanding understand(MaskedText masked, Conversation conversation, String id, Turn turn,
            StageClock clock) {
        try {
            return understand(masked, conversation, clock);
        } catch (RuntimeException e) {
            turn.asked(id, masked, Optional.empty());
            return turn.orUnanswered(() -> {
                throw e;
            });
        }
    }

    /** By itself, or together with the question before where it goes on about that. */
    private Understanding understand(MaskedText masked, Conversation conversation, StageClock clock) {
        return orUnanswered(
                "It could not be made out what is asked. Try again; if it happens again, tell your administrator.",
                () -> clock.time(Stage.UNDERSTAND, () -> {
                    Understanding alone = understand(masked);
                    if (alone instanceof Understanding.SmallTalk) {
                        return alone;
                    }
                    Optional<MaskedText> writtenOut = conversation.topic()
                            .flatMap(before -> followUps.writtenOut(masked.value(), before))
                            .map(text -> masker.mask(text, conversation.placeholders()));
                    return writtenOut.map(this::understand).orElse(alone);
                }));
    }

    private Understanding understand(MaskedText message) {
        return Objects.requireNonNull(understander.understand(message));
    }

    private double nearness(String text) {
        return finder.find(QuestionFocus.of(text)).hits().stream().mapToDouble(Hit::cosine).max().orElse(0);
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

    private static Told tell(CheckedWriter writer, Evidence evidence, Asked asked, StageClock clock,
            Consumer<StageEvent> events, Cancel cancel) {
        CheckedAnswer checked = clock.time(Stage.WRITE, () -> writer.answer(asked.question(), evidence, sentence -> {
            stopIf(cancel);
            events.accept(new StageEvent.Sentence(sentence.text(), Told.source(evidence, sentence)));
        }, cancel::requested));
        clock.move(Stage.WRITE, Stage.CHECK, checked.checkMillis());
        Told told = new Told(evidence, checked);
        stopIf(cancel);
        told.deadline().ifPresent(stated -> events.accept(new StageEvent.Sentence(stated.quote(), stated)));
        return told;
    }

    private static Answer answer(List<Told> told, Asked asked, Report report, Consumer<StageEvent> events) {
        declineRest(asked, events);
        String text = asked.withRestDeclined(told.stream().map(Told::text).collect(Collectors.joining(" ")));
        List<Citation> citations = told.stream().flatMap(of -> of.citations().stream()).toList();
        CheckedAnswer checked = told.getFirst().checked();
        Details details = report.details(checked.writing(), checked.verdict());
        Optional<Told> right = told.stream().filter(of -> of.right().isPresent()).findFirst();
        if (right.isPresent()) {
            return new Answer.HandOver(text, citations,
                    HandingOver.note(right.get().right().get(), right.get().passage()), details);
        }
        return checked.isWritten()
                ? new Answer.Written(text, citations, details)
                : new Answer.Quoted(text, citations, details);
    }

    private static Answer confidential(Evidence evidence, Asked asked, Report report, Consumer<StageEvent> events) {
        Duty.Confidential confidential = (Duty.Confidential) evidence.passage().section().duty().orElseThrow();
        String text = HandingOver.text(confidential, evidence, asked.question());
        Citation source = Citation.of(evidence.passage(), evidence.text());
        events.accept(new StageEvent.Sentence(text, source));
        declineRest(asked, events);
        return new Answer.HandOver(asked.withRestDeclined(text), List.of(source),
                HandingOver.note(confidential, evidence.passage()), report.details());
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
                List.of(Citation.of(nearest, nearest.section().sentence(0))), report.details());
    }

    private static void stopIf(Cancel cancel) {
        if (cancel.requested()) {
            throw new CancellationException("the answer is no longer wanted");
        }
    }
}
