package bankassistant.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecentScoresTest {

    private final List<String> scored = new ArrayList<>();
    private final RecentScores scores = new RecentScores(new MessageHeads() {

        @Override
        public List<Map<String, float[]>> score(List<String> texts) {
            scored.addAll(texts);
            return texts.stream().map(text -> Map.of("head", new float[]{text.length()})).toList();
        }

        @Override
        public void close() {}
    });

    @Test
    void a_text_is_scored_once() {
        scores.score(List.of("fee", "limit", "fee"));

        assertThat(scores.score(List.of("limit", "card", "fee"))).extracting(score -> score.get("head")[0])
                .containsExactly(5f, 4f, 3f);
        assertThat(scored).containsExactly("fee", "limit", "card");
    }

    @Test
    void what_was_scored_long_ago_is_forgotten() {
        scores.score(List.of("fee"));
        for (int i = 0; i < 40; i++) {
            scores.score(List.of("text " + i));
        }
        scores.score(List.of("fee"));

        assertThat(scored).filteredOn("fee"::equals).hasSize(2);
    }
}
