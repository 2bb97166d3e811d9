package bankassistant.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Payment cards: by their checksum, or called so. */
class CardNumbersTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"4111\u20221111\u20221111\u20221111 | [CARD_1]",
            "(4111) 1111-1111-1111 | ([CARD_1]", "%B4111111111111111^DOE/JO^25121011234? | [CARD_1]",
            ";4111111111111111=25121011234567890? | [CARD_1]",
            "my card number is 4111 1111 1111 1111 | my card number is [CARD_1]", "5500005555555559 | [CARD_1]",
            "2221 0000 0000 0009 | [CARD_1]", "3782 822463 10005 | [CARD_1]", "30569309025904 | [CARD_1]",
            "6011-1111-1111-1117 | [CARD_1]", "3566002020360505 | [CARD_1]", "6200000000000005 | [CARD_1]",
            "4111.1111.1111.1111 | [CARD_1]", "4111/1111/1111/1111 | [CARD_1]", "4111  1111  1111  1111 | [CARD_1]",
            "4111_1111_1111_1111 | [CARD_1]", "4 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 | [CARD_1]",
            "4-1-1-1-1-1-1-1-1-1-1-1-1-1-1-1 | [CARD_1]",
            "four one one one one one one one one one one one one one one one | [CARD_1]",
            "four one one one, one one one one, one one one one, one one one one please | [CARD_1] please",
            "four triple one, 1111 1111 1111 | [CARD_1]",
            "my card number is 4111 1111 1111 1112 | my card number is [CARD_1]",
            "4111 1111 1111 1111 and 5500 0055 5555 5559 | [CARD_1] and [CARD_2]"})
    void hides(String text, String masked) {
        assertThat(Masking.of(text)).isEqualTo(masked);
    }

    @ParameterizedTest
    @ValueSource(strings = {"transfers of 1000 2000 3000 4001 dollars", "on 01/02/2025, 02/02/2025 and 03/02/2025",
            "card ending in 4242", "I have 2 cards and 3 accounts", "one two three, easy"})
    void leaves_readable(String text) {
        assertThat(Masking.of(text)).isEqualTo(text);
    }
}
