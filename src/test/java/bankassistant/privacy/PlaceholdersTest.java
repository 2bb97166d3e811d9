package bankassistant.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a conversation remembers, until it is cleared. */
class PlaceholdersTest {

    private static final String CARD = "4111 1111 1111 1111";

    private final Masker masker = Masker.ofForms();
    private final Placeholders placeholders = new Placeholders();

    @Test
    void a_placeholder_typed_by_a_person_is_never_given_out() {
        String masked = mask("what is [CARD_1]? my card is " + CARD);

        assertThat(masked).isEqualTo("what is [CARD_1]? my card is [CARD_2]");
        assertThat(placeholders.reveal(masked)).isEqualTo("what is [CARD_1]? my card is " + CARD);
    }

    @Test
    void a_masked_text_pasted_back_means_the_same_value() {
        String masked = mask("block " + CARD);

        assertThat(mask("again: " + masked)).isEqualTo("again: block [CARD_1]");
        assertThat(mask("5500005555555559")).isEqualTo("[CARD_2]");
    }

    @Test
    void what_is_left_readable_stays_so_in_this_conversation() {
        placeholders.corrections().leaveReadable("4111  1111 1111 1111");

        assertThat(mask("order " + CARD + " and 5500005555555559")).isEqualTo("order " + CARD + " and [CARD_1]");
        assertThat(masker.mask(CARD, new Placeholders()).value()).isEqualTo("[CARD_1]");
    }

    @Test
    void what_is_marked_is_hidden_in_this_conversation_whatever_its_case() {
        placeholders.corrections().hide("Bluebird");

        assertThat(mask("the bluebird file of Bluebird, not bluebirds"))
                .isEqualTo("the [PRIVATE_1] file of [PRIVATE_1], not bluebirds");
    }

    @Test
    void the_last_correction_of_a_word_counts() {
        placeholders.corrections().hide("Bluebird");
        placeholders.corrections().leaveReadable("bluebird");
        assertThat(mask("Bluebird")).isEqualTo("Bluebird");

        placeholders.corrections().hide("BLUEBIRD");
        assertThat(mask("Bluebird")).isEqualTo("[PRIVATE_1]");
    }

    @Test
    void marking_parts_of_a_placeholder_changes_none() {
        placeholders.corrections().hide("CARD");
        placeholders.corrections().hide("1");

        assertThat(mask(CARD)).isEqualTo("[CARD_1]");
        assertThat(mask("[CARD_1]")).isEqualTo("[CARD_1]");
    }

    @Test
    void clearing_forgets_values_numbers_and_corrections() {
        String masked = mask(CARD);
        placeholders.corrections().hide("Bluebird");
        placeholders.clear();

        assertThat(placeholders.reveal(masked)).isEqualTo("[CARD_1]");
        assertThat(mask("Bluebird 5500005555555559")).isEqualTo("Bluebird [CARD_1]");
    }

    @Test
    void looking_at_what_is_typed_gives_out_no_placeholder() {
        assertThat(masker.find("my card " + CARD, placeholders))
                .containsExactly(new Candidate(8, 27, Candidate.Kind.CARD, "4111111111111111", Candidate.CHECKED));
        assertThat(mask("5500005555555559")).isEqualTo("[CARD_1]");
    }

    private String mask(String text) {
        return masker.mask(text, placeholders).value();
    }
}
