package bankassistant.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Heads of one name but for a number answer as one. */
class EnsembleTest {

    private final List<String> closed = new ArrayList<>();

    @Test
    void withTheMeanOfTheirProbabilities() {
        try (Ensemble ensemble = new Ensemble(
                List.of(heads("intent-1", 0, 0), heads("intent-2", (float) Math.log(3), 0)))) {
            Map<String, float[]> scores = ensemble.score(List.of("a text")).getFirst();
            assertThat(scores.keySet()).containsExactly("intent");
            assertThat(Math.exp(scores.get("intent")[0])).isCloseTo((0.5 + 0.75) / 2, within(1e-6));
            assertThat(Math.exp(scores.get("intent")[1])).isCloseTo((0.5 + 0.25) / 2, within(1e-6));
        }
    }

    @Test
    void beside_one_that_stands_alone_and_keeps_its_logits() {
        try (Ensemble ensemble = new Ensemble(List.of(heads("scope", 5, 7), heads("intent-1", 0, 0)))) {
            assertThat(ensemble.score(List.of("a text")).getFirst().get("scope")).containsExactly(5, 7);
        }
    }

    @Test
    void for_each_text() {
        try (Ensemble ensemble = new Ensemble(List.of(heads("intent-1", 1, 2), heads("intent-2", 3, 4)))) {
            assertThat(ensemble.score(List.of("a", "b", "c"))).hasSize(3);
            assertThat(ensemble.score(List.of())).isEmpty();
        }
    }

    @Test
    void and_are_closed_together() {
        new Ensemble(List.of(heads("a", 1), heads("b", 1))).close();
        assertThat(closed).containsExactly("a", "b");
    }

    private MessageHeads heads(String name, float... logits) {
        return new MessageHeads() {

            @Override
            public List<Map<String, float[]>> score(List<String> texts) {
                return texts.stream().map(_ -> Map.of(name, logits)).toList();
            }

            @Override
            public void close() {
                closed.add(name);
            }
        };
    }
}
