package bankassistant.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Street addresses and where post goes. */
class PlacesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"I live at 123 Main Street | I live at [ADDRESS_1]",
            "221B Baker St., Apt 4, Springfield, IL 62704 | [ADDRESS_1]",
            "send it to 42 W 5th Ave Apt 3B, New York, NY 10001 please | send it to [ADDRESS_1] please",
            "i moved to 27 moss lane | i moved to [ADDRESS_1]", "PO Box 1234, Austin, TX 78701 | [ADDRESS_1]",
            "9 Ocean View Court | [ADDRESS_1]", "1600 pennsylvania ave nw, washington dc 20500 | [ADDRESS_1]",
            "Hauptstra\u00DFe 12 | [ADDRESS_1]", "12 rue de Rivoli | [ADDRESS_1]", "Calle Mayor 5 | [ADDRESS_1]",
            "Springfield, IL 62704 | [LOCATION_1]", "zip code 62704 | zip code [LOCATION_1]",
            "my postcode is SW1A 1AA | my postcode is [LOCATION_1]"})
    void hides(String text, String masked) {
        assertThat(Masking.of(text)).isEqualTo(masked);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2 payments are on their way", "I made 3 transfers in the last 2 days this way",
            "a 30 year fixed rate", "the branch on Main Street", "5 cards in one place", "4 checks pass",
            "$500 in New York", "I have 2 accounts at Bank Plaza", "section 5 of the policy", "62704",
            "1 of my cards is in the drive"})
    void leaves_readable(String text) {
        assertThat(Masking.of(text)).isEqualTo(text);
    }
}
