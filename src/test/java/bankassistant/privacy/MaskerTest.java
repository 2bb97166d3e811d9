package bankassistant.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaskerTest {

    private final Masker masker = Masker.ofForms();
    private final Placeholders placeholders = new Placeholders();

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"card 4111 1111 1111 1111 was stolen | card [CARD_1] was stolen",
            "4111-1111-1111-1111? | [CARD_1]?", "pan 378282246310005 | pan [CARD_1]",
            "４１１１ １１１１ １１１１ １１１１ | [CARD_1]", "4111–1111–1111–1111 | [CARD_1]",
            "take 50 4111 1111 1111 1111 12 times | take 50 [CARD_1] 12 times", "6304000000000000 | [CARD_1]",
            "SSN 219-09-9998. | SSN [SSN_1].", "219 09 9998 | [SSN_1]",
            "her social is 219099998 | her social is [SSN_1]",
            "from GB82 WEST 1234 5698 7654 32 please | from [IBAN_1] please", "de89370400440532013000 | [IBAN_1]",
            "mail Jo.Doe+x@mail.example.com. | mail [EMAIL_1].", "call (212) 555-0142 now | call [PHONE_1] now",
            "call +1 212-555-0142 | call [PHONE_1]", "212.555.0142 | [PHONE_1]", "2125550142 | [PHONE_1]",
            "routing 021000021 | routing [ROUTING_1]",
            "021000021 is our routing number | [ROUTING_1] is our routing number",
            "account number 12345678 | account number [ACCOUNT_1]", "acct # 12-345-678 | acct # [ACCOUNT_1]",
            "Account no. is 123456 and 654321 | Account no. is [ACCOUNT_1] and [ACCOUNT_2]",
            "my account 12345678901 | my account [ACCOUNT_1]"})
    void replaces_personal_data_by_placeholders(String text, String masked) {
        assertThat(masker.mask(text, placeholders).value()).isEqualTo(masked);
    }

    @ParameterizedTest
    @ValueSource(strings = {"4111 1111 1111 1112 fails its checksum", "Is $5,000.00 over $10,000?",
            "on 2026-09-01, 9/1/2026 and September 1, 2026", "my account 2026-03-01",
            "order 000-12-3456 and 219-00-9998",
            "666-12-3456, 900-12-3456, 219-09-0000", "number 219099998 alone", "number 021000021 alone",
            "routing 123456789", "GB82 WEST 1234 5698 7654 33", "user@host", "call 112-555-0142 or 212-155-014",
            "within 60 days of 2 statements", "in my account 5000", "account balance 250000"})
    void leaves_what_is_no_personal_data(String text) {
        MaskedText masked = masker.mask(text, placeholders);

        assertThat(masked.value()).isEqualTo(text);
        assertThat(masked.spans()).isEmpty();
    }

    @Test
    void tells_type_and_place_in_the_original_text() {
        String text = "Mail jo@example.com about 4111 1111 1111 1111!";

        List<PiiSpan> spans = masker.mask(text, placeholders).spans();

        assertThat(spans).containsExactly(new PiiSpan("EMAIL_ADDRESS", 5, 19, "[EMAIL_1]"),
                new PiiSpan("CREDIT_CARD", 26, 45, "[CARD_1]"));
        assertThat(text.substring(26, 45)).isEqualTo("4111 1111 1111 1111");
    }

    @Test
    void gives_a_value_the_same_placeholder_however_it_is_typed() {
        masker.mask("4111 1111 1111 1111", placeholders);

        assertThat(masker.mask("5500005555555559 then 4111-1111-1111-1111", placeholders).value())
                .isEqualTo("[CARD_2] then [CARD_1]");
    }

    @Test
    void fills_the_placeholders_in_again_as_typed() {
        String text = "Is 219-09-9998 with jo@example.com?";

        assertThat(placeholders.reveal(masker.mask(text, placeholders).value())).isEqualTo(text);
    }

    @Test
    void hides_overlapping_finds_whole_under_the_stronger_kind() {
        Recognizer weak = text -> text.startsWith("0")
                ? List.of(new Candidate(0, 8, Candidate.Kind.PHONE, "weak", Candidate.SHAPED))
                : List.of();
        Recognizer strong = text -> text.startsWith("0")
                ? List.of(new Candidate(5, 12, Candidate.Kind.CARD, "strong", Candidate.CHECKED))
                : List.of();

        MaskedText masked = new Masker(List.of(weak, strong)).mask("0123456789abcdef", placeholders);

        assertThat(masked.value()).isEqualTo("[CARD_1]cdef");
        assertThat(masked.spans()).containsExactly(new PiiSpan("CREDIT_CARD", 0, 12, "[CARD_1]"));
    }

    @Test
    void an_address_with_its_town_is_an_address() {
        String text = "I live at 10 Gull Loaf Springfield, IL 62704";
        Recognizer street = asked -> asked.contains("Gull")
                ? List.of(new Candidate(10, 22, Candidate.Kind.STREET_ADDRESS, "street", Candidate.SHAPED))
                : List.of();
        Recognizer town = asked -> asked.contains("Gull")
                ? List.of(new Candidate(18, 44, Candidate.Kind.LOCATION, "town", Candidate.NAMED))
                : List.of();

        assertThat(new Masker(List.of(street, town)).mask(text, new Placeholders()).value())
                .isEqualTo("I live at [ADDRESS_1]");
    }

    @Test
    void a_placeholder_typed_by_a_person_hides_nothing() {
        assertThat(masker.mask("[CARD_4111111111111111]", placeholders).value()).isEqualTo("[CARD_[CARD_1]]");
    }

    @Test
    void survives_endless_names_and_numbers() {
        for (String piece : List.of("a.", "1 ", "1", "12345678 and ", "1,")) {
            String text = "account number 12345678 and x@y." + piece.repeat(50_000);
            assertThat(masker.mask(text, placeholders).value()).startsWith("account number [ACCOUNT_1] and ");
        }
    }
}
