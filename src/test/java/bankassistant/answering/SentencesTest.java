package bankassistant.answering;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SentencesTest {

    @Test
    void splits_at_the_ends_of_sentences() {
        assertThat(Sentences.of("Report it at once. Then wait! Is that all? Yes.")).containsExactly(
                "Report it at once.",
                "Then wait!", "Is that all?", "Yes.");
    }

    @Test
    void does_not_split_at_abbreviations_and_figures() {
        assertThat(Sentences.of("It posts by 6:00 a.m. ET in the U.S. Treasury's way, for $1.50 or No. 7 forms."))
                .hasSize(1);
    }

    @Test
    void a_text_without_an_end_is_one_sentence_and_a_blank_text_none() {
        assertThat(Sentences.of("  no end  ")).containsExactly("no end");
        assertThat(Sentences.of(" \n")).isEmpty();
    }
}
