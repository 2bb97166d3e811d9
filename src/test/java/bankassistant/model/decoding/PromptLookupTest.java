package bankassistant.model.decoding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PromptLookupTest {

    private final PromptLookup lookup = new PromptLookup(3, 2, 4);

    @Test
    void drafts_what_followed_the_last_tokens_before() {
        assertThat(draft(9, 1, 2, 3, 4, 5, 6, 7, 8, 1, 2, 3)).containsExactly(4, 5, 6, 7);
    }

    @Test
    void the_longer_match_counts_before_the_later_one() {
        assertThat(draft(1, 2, 3, 40, 0, 2, 3, 50, 1, 2, 3)).startsWith(40);
    }

    @Test
    void the_latest_of_equal_matches_counts() {
        assertThat(draft(1, 2, 3, 40, 0, 1, 2, 3, 50, 1, 2, 3)).startsWith(50);
    }

    @Test
    void a_match_of_too_few_tokens_gives_nothing() {
        assertThat(draft(1, 2, 3, 7, 3)).isEmpty();
    }

    @Test
    void nothing_is_drafted_from_what_lies_behind_the_text() {
        assertThat(lookup.draft(new int[]{1, 2, 5, 1, 2, 1, 2}, 3, 4)).isEmpty();
    }

    @Test
    void a_draft_is_no_longer_than_wanted() {
        assertThat(lookup.draft(new int[]{1, 2, 3, 4, 5, 6, 1, 2}, 8, 2)).containsExactly(3, 4);
        assertThat(lookup.draft(new int[]{1, 2, 3, 4, 5, 6, 1, 2}, 8, 0)).isEmpty();
    }

    @Test
    void repetitions_may_overlap() {
        assertThat(draft(7, 7, 7, 7)).containsExactly(7);
    }

    @Test
    void texts_of_any_length_are_taken() {
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < 2000; i++) {
            int[] tokens = random.ints(random.nextInt(20), 0, 3).toArray();
            int[] draft = draft(tokens);

            assertThat(draft.length).isBetween(0, 4);
            assertThat(String.valueOf(Arrays.toString(tokens)))
                    .contains(Arrays.toString(draft).replaceAll("[\\[\\]]", ""));
        }
    }

    private int[] draft(int... tokens) {
        return lookup.draft(tokens, tokens.length, 4);
    }
}
