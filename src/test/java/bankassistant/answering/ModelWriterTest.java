package bankassistant.answering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bankassistant.model.Generation.FinishReason;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ModelWriterTest {

    @Test
    void tells_what_the_model_wrote_and_what_it_took() {
        try (ModelWriter writer = new ModelWriter(ScriptedModel.saying("At most $50."))) {
            Writing writing = write(writer);

            assertThat(writing.text()).isEqualTo("At most $50.");
            assertThat(writing.finish()).isEqualTo(FinishReason.END_OF_TURN);
            assertThat(writing.answerTokens()).isEqualTo(3);
            assertThat(writing.promptTokens()).isBetween(50, 384);
            assertThat(writing.firstTokenMillis()).isPositive();
        }
    }

    @Test
    void keeps_one_session_warm_and_closes_it_at_the_end() {
        ScriptedModel model = ScriptedModel.saying("Yes.");
        try (ModelWriter writer = new ModelWriter(model)) {
            write(writer);
            write(writer);
            assertThat(model.opened).isEqualTo(1);
            assertThat(model.closed).isZero();
        }
        assertThat(model.closed).isEqualTo(1);
    }

    @Test
    void throws_a_session_away_in_which_something_failed() {
        AtomicInteger calls = new AtomicInteger();
        ScriptedModel model = new ScriptedModel(_ -> {
            if (calls.getAndIncrement() == 0) {
                throw new IllegalStateException("engine");
            }
            return "Yes.";
        });
        try (ModelWriter writer = new ModelWriter(model)) {
            assertThatThrownBy(() -> write(writer)).isInstanceOf(IllegalStateException.class);
            assertThat(write(writer).text()).isEqualTo("Yes.");
            assertThat(model.opened).isEqualTo(2);
            assertThat(model.closed).isEqualTo(1);
        }
    }

    @Test
    void stops_an_endless_model() {
        try (ModelWriter writer = new ModelWriter(ScriptedModel.saying("and so on ".repeat(10_000)))) {
            Writing writing = write(writer);

            assertThat(writing.finish()).isEqualTo(FinishReason.LENGTH);
            assertThat(writing.answerTokens()).isLessThanOrEqualTo(128);
        }
    }

    @Test
    void stops_between_tokens_when_cancelled() {
        AtomicInteger asked = new AtomicInteger();
        ScriptedModel model = ScriptedModel.saying("one two three four five six seven");
        try (ModelWriter writer = new ModelWriter(model)) {
            assertThatThrownBy(() -> writer.write("How long?", EvidenceSamples.lostCard(),
                    () -> asked.incrementAndGet() > 2)).isInstanceOf(CancellationException.class);
            assertThat(asked.get()).isLessThan(6);
        }
    }

    private static Writing write(ModelWriter writer) {
        return writer.write("How long?", EvidenceSamples.lostCard(), () -> false).orElseThrow();
    }
}
