package bankassistant.chat;

import bankassistant.chat.StageClock.Stage;
import bankassistant.privacy.MaskedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The two records of one turn. The question is recorded before anything is found or shown; sentences of the answer are held back
 * until the answer is recorded. If it can't be, the answer is withdrawn and the conversation ends.
 */
final class Turn {

    private final Recorder recorder;
    private final Conversation conversation;
    private final StageClock clock;
    private final Consumer<StageEvent> events;
    private final List<StageEvent> held = new ArrayList<>();
    private long question;

    Turn(Recorder recorder, Conversation conversation, StageClock clock, Consumer<StageEvent> events) {
        this.recorder = recorder;
        this.conversation = conversation;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Records the question; then it may be seen.
     *
     * @throws UnansweredException if it can't be recorded
     */
    void asked(String id, MaskedText masked, Optional<Details.Meaning> meaning) {
        question = recorded("The question could not be recorded, so it is not answered. This conversation has ended.",
                () -> recorder.question(conversation.id(), id, masked, meaning));
        events.accept(new StageEvent.Masked(masked));
    }

    /** Takes events while the answer is made. */
    void event(StageEvent event) {
        if (event instanceof StageEvent.Sentence) {
            held.add(event);
        } else {
            events.accept(event);
        }
    }

    /**
     * Makes the answer, records how that ended and shows what was held back.
     *
     * @throws UnansweredException if the answer can't be recorded
     */
    Answer answered(Supplier<Answer> making) {
        Answer answer = orUnanswered(making);
        Details before = answer.details();
        Answer timed = answer.with(before.recorded(-1, clock.updated(before.timings())));
        long sequence = recorded("The answer could not be recorded and is withdrawn. This conversation has ended.",
                () -> recorder.answer(question, timed));
        Answer shown = answer.with(before.recorded(sequence, clock.updated(before.timings())));
        held.forEach(events);
        return shown;
    }

    /** Does a part of the work on the answer; its failure is recorded and passed on. */
    <T> T orUnanswered(Supplier<T> work) {
        try {
            return work.get();
        } catch (CancellationException e) {
            unanswered(Recorder.End.STOPPED, "");
            throw e;
        } catch (RuntimeException | Error e) {
            unanswered(Recorder.End.FAILED, ErrorCode.of(e));
            throw e;
        }
    }

    private void unanswered(Recorder.End end, String code) {
        recorded("That there was no answer could not be recorded. This conversation has ended.",
                () -> recorder.unanswered(question, end, code));
    }

    private long recorded(String message, Supplier<Long> record) {
        try {
            return clock.time(Stage.RECORD, record);
        } catch (RuntimeException e) {
            conversation.end();
            throw new UnansweredException(message, e);
        }
    }
}
