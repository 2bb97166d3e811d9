package bankassistant.lab.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bankassistant.model.training.TokenBatch;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrainingSetTest {

    private static final List<int[]> IDS = List.of(new int[]{1, 2, 3}, new int[]{4, 5}, new int[]{6, 7, 8, 9});

    private static final TokenSet TOKENS = new TokenSet(IDS, List.of(new boolean[]{false, true, false},
            new boolean[]{false, true}, new boolean[]{false, false, true, true}));

    @Test
    void a_batch_has_the_rows_that_were_asked_for() {
        TokenBatch batch = TOKENS.batch(new int[]{2, 0}, 0);

        assertThat(batch.ids()).containsExactly(IDS.get(2), IDS.get(0));
        assertThat(batch.rows()).isEqualTo(2);
        assertThat(batch.tokens()).isEqualTo(7);
        assertThat(batch.terms()).isEqualTo(3);
    }

    @Test
    void smoothing_gives_every_class_its_share() {
        LabelledSet rows = LabelledSet.ofClasses(IDS, new int[]{0, 1, 3}, 4);

        assertThat(rows.batch(new int[]{1}, 0.1).targets()[0]).containsExactly(0.025f, 0.925f, 0.025f, 0.025f);
        assertThat(rows.batch(new int[]{1}, 0).targets()[0]).containsExactly(0, 1, 0, 0);
    }

    @Test
    void any_change_of_rows_targets_or_order_changes_the_fingerprint() {
        LabelledSet rows = LabelledSet.ofClasses(IDS, new int[]{0, 1, 3}, 4);

        assertThat(rows.fingerprint()).isEqualTo(LabelledSet.ofClasses(IDS, new int[]{0, 1, 3}, 4).fingerprint());
        assertThat(List.of(LabelledSet.ofClasses(IDS, new int[]{0, 1, 2}, 4).fingerprint(),
                LabelledSet.ofClasses(IDS, new int[]{0, 1, 3}, 5).fingerprint(),
                LabelledSet.ofClasses(IDS.reversed(), new int[]{0, 1, 3}, 4).fingerprint(),
                LabelledSet.ofClasses(List.of(new int[]{1, 2}, new int[]{3, 4, 5}, IDS.get(2)), new int[]{0, 1, 3}, 4)
                        .fingerprint()))
                .doesNotContain(rows.fingerprint()).doesNotHaveDuplicates();
    }

    @Test
    void rows_that_teach_nothing_are_refused() {
        assertThatThrownBy(() -> new TokenSet(IDS.subList(1, 2), List.of(new boolean[2])))
                .hasMessage("row 0 has no token that counts");
        assertThatThrownBy(() -> new TokenSet(IDS.subList(1, 2), List.of(new boolean[]{true, true})))
                .hasMessageContaining("row 0");
        assertThatThrownBy(() -> LabelledSet.ofClasses(List.of(new int[0]), new int[]{0}, 2))
                .hasMessage("a row has no tokens");
        assertThatThrownBy(() -> TOKENS.batch(new int[]{0}, 0.1)).hasMessageContaining("not smoothed");
    }
}
