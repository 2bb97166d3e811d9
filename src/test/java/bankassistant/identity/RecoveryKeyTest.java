package bankassistant.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecoveryKeyTest {

    private final RecoveryKey key = RecoveryKey.random(new SecureRandom());
    private final String text = new String(key.text());

    @Test
    void is_printed_in_groups_without_characters_that_look_alike() {
        assertThat(text).matches("([0-9A-HJKMNP-TV-Z]{5}-){7}[0-9A-HJKMNP-TV-Z]{5}");
    }

    @Test
    void is_read_however_it_was_typed() {
        for (String typed : new String[]{text, text.toLowerCase(), text.replace("-", ""), text.replace('-', ' '),
                " " + text + "\n", text.replace('0', 'o').replace('1', 'l')}) {
            assertThat(RecoveryKey.parse(typed.toCharArray()).wrappingKey()).isEqualTo(key.wrappingKey());
        }
    }

    @Test
    void a_mistyped_character_or_two_exchanged_ones_are_noticed() {
        Random random = new Random(7);
        for (int i = 0; i < 500; i++) {
            char[] typed = text.toCharArray();
            int at = random.nextInt(typed.length);
            char other = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".charAt(random.nextInt(32));
            if (typed[at] == '-' || typed[at] == other) {
                continue;
            }
            typed[at] = other;
            assertThatThrownBy(() -> RecoveryKey.parse(typed)).isInstanceOf(IdentityException.class)
                    .hasMessageContaining(
                            "mistake");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ABCDE", "U2345-67890-12345-67890-12345-67890-12345-67890",
            "12345-67890-12345-67890-12345-67890-12345-678901"})
    void what_can_be_no_key_is_refused(String typed) {
        assertThatThrownBy(() -> RecoveryKey.parse(typed.toCharArray())).hasMessageContaining("40 letters and digits");
    }
}
