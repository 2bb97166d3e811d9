package bankassistant.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertThrows;

import bankassistant.answering.EvidenceSamples;
import bankassistant.answering.FigureCheck;
import bankassistant.answering.ModelWriter;
import bankassistant.answering.ScriptedModel;
import bankassistant.privacy.MaskedText;
import bankassistant.privacy.Masker;
import bankassistant.retrieval.Evidence;
import bankassistant.retrieval.EvidenceFinder;
import bankassistant.retrieval.Finding;
import bankassistant.retrieval.Hit;
import bankassistant.understanding.ScriptedHeads;
import bankassistant.understanding.Understander;
import bankassistant.understanding.Understanders;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

/** A turn leaves two records; what can't be recorded does not happen. */
class RecordedTurnsTest {

    private static final Evidence EVIDENCE = EvidenceSamples.evidence("Reporting a lost or stolen card",
            "A customer who reports a stolen debit card within 2 business days owes at most $50.");
    private static final String QUESTION = "What does a customer owe for a stolen debit card, SSN 536-22-8145?";

    private final List<String> happened = new ArrayList<>();
    private final Conversation conversation = new Conversation("c");
    private final FakeRecorder recorder = new FakeRecorder();
    private Understander understander = Understanders.of(new ScriptedHeads().banking("stolen", "lost_or_stolen_card"));
    private EvidenceFinder finder = _ -> {
        happened.add("find");
        return new Finding(Optional.of(EVIDENCE), List.of(new Hit(EVIDENCE.passage(), 1, 0.9)));
    };

    @Test
    void the_question_is_recorded_before_anything_is_shown_and_the_answer_before_a_word_of_it_is() {
        Answer answer = ask(Chat.Cancel.NEVER);

        assertThat(happened).containsExactly("record question", "Masked", "Understood", "find", "Found",
                "record answer",
                "Sentence", "Finished");
        assertThat(answer.details().auditSequence()).isEqualTo(OptionalLong.of(2));
        assertThat(answer.details().timings().record()).isPositive();
    }

    @Test
    void only_masked_text_is_recorded() {
        ask(Chat.Cancel.NEVER);

        assertThat(recorder.questions).singleElement().asString().contains("[SSN_1]").doesNotContain("536-22-8145");
    }

    @Test
    void a_question_that_can_not_be_recorded_is_not_answered_and_ends_the_conversation() {
        recorder.failing = "question";

        assertThatExceptionOfType(UnansweredException.class).isThrownBy(() -> ask(Chat.Cancel.NEVER))
                .withMessageContaining("could not be recorded");
        assertThat(happened).containsExactly("record question");
        assertThatExceptionOfType(QuestionException.class).isThrownBy(() -> ask(Chat.Cancel.NEVER))
                .withMessageContaining("has ended");
    }

    @Test
    void an_answer_that_can_not_be_recorded_is_withdrawn_and_ends_the_conversation() {
        recorder.failing = "answer";

        assertThatExceptionOfType(UnansweredException.class).isThrownBy(() -> ask(Chat.Cancel.NEVER))
                .withMessageContaining("withdrawn");
        assertThat(happened).doesNotContain("Sentence", "Finished");
        assertThatExceptionOfType(QuestionException.class).isThrownBy(() -> ask(Chat.Cancel.NEVER));
    }

    @Test
    void a_stopped_answer_is_recorded_as_stopped() {
        assertThatExceptionOfType(CancellationException.class).isThrownBy(() -> ask(() -> happened.contains("Found")));
        assertThat(happened.getLast()).isEqualTo("record STOPPED ");
    }

    @Test
    void a_failed_search_is_recorded_with_the_code_that_is_shown() {
        finder = question -> {
            throw new IllegalStateException(question);
        };

        UnansweredException failure = assertThrows(UnansweredException.class,
                () -> ask(Chat.Cancel.NEVER));
        assertThat(happened.getLast()).isEqualTo("record FAILED " + ErrorCode.of(failure));
        assertThat(conversation.ended()).isFalse();
    }

    @Test
    void a_question_that_is_not_understood_is_recorded_and_its_failure_too() {
        understander = _ -> {
            throw new IllegalStateException("broken");
        };

        assertThatExceptionOfType(UnansweredException.class).isThrownBy(() -> ask(Chat.Cancel.NEVER));
        assertThat(happened).hasSize(3).startsWith("record question", "Masked");
        assertThat(happened.getLast()).startsWith("record FAILED ");
    }

    private Answer ask(Chat.Cancel cancel) {
        return new ChatService(Masker.ofForms(), understander, _ -> Optional.empty(), finder,
                new ModelWriter(
                        ScriptedModel.saying("A person who reports a stolen debit card within 2 business days owes at"
                                + " most $50.00.")),
                new FigureCheck(), recorder).answer(conversation, QUESTION,
                        event -> happened.add(event.getClass().getSimpleName()), cancel);
    }

    private final class FakeRecorder implements Recorder {

        private final List<MaskedText> questions = new ArrayList<>();
        private String failing = "";

        @Override
        public long question(String conversation, String turn, MaskedText question, Optional<Details.Meaning> meaning) {
            questions.add(question);
            return did("question", 1);
        }

        @Override
        public long answer(long question, Answer answer) {
            return did("answer", question + 1);
        }

        @Override
        public long unanswered(long question, End end, String code) {
            return did(end + " " + code, question + 1);
        }

        private long did(String what, long sequence) {
            happened.add("record " + what);
            if (what.equals(failing)) {
                throw new IllegalStateException("the disk is full");
            }
            return sequence;
        }
    }
}
