package bankassistant.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Crypto currency addresses with their checksums. */
class WalletsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa | [WALLET_1]",
            "to 3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy | to [WALLET_1]",
            "bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq | [WALLET_1]",
            "0xde0B295669a9FD93d5F28D9Ec85E40f4cb697BAe | [WALLET_1]",
            "rHb9CJAWyB4rj91VRWn96DkukG4bwdtyTh | [WALLET_1]", "DH5yaieqoZN36fDVciNyRueRGvGLR3mr7L | [WALLET_1]"})
    void hides(String text, String masked) {
        assertThat(Masking.of(text)).isEqualTo(masked);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb", "bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdp",
            "InternationalWireTransferReference"})
    void leaves_readable(String text) {
        assertThat(Masking.of(text)).isEqualTo(text);
    }
}
