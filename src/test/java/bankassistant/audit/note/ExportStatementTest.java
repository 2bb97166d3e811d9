package bankassistant.audit.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import bankassistant.audit.tree.Hash;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ExportStatementTest {

    private static final Instant TIME = Instant.parse("2026-11-23T10:15:30.120Z");
    private static final Hash HASH = Hash.ofLeaf(new byte[]{1});

    private final SigningKey key = SigningKey.random("log");
    private final ExportStatement part = new ExportStatement("log", 3, 1, 9, 12, HASH, Optional.of(Hash.EMPTY_TREE),
            "aud, auditor", TIME);
    private final ExportStatement nothing = new ExportStatement("log", 0, -1, -1, 12, HASH, Optional.empty(),
            "aud, auditor", TIME);

    @Test
    void its_text_says_what_it_says() {
        assertThat(nothing.text()).isEqualTo("banking-assistant-audit-export\nlog log\nrecords 0 of 12\nsha256 "
                + HASH.hex() + "\nby aud, auditor\ntime 2026-11-23T10:15:30.120Z\n");
        assertThat(part.text()).contains("records 3 from 1 to 9 of 12\n", "\ncsv " + Hash.EMPTY_TREE.hex() + "\n");
        assertThat(ExportStatement.parse(part.text())).contains(part);
        assertThat(ExportStatement.parse(nothing.text())).contains(nothing);
    }

    @Test
    void is_signed_by_its_key_and_by_no_other() {
        SignedExport note = SignedExport.parse(key.sign(part).text()).orElseThrow();
        assertThat(note.statement()).isEqualTo(part);
        assertThat(note.isSignedBy(key.verifying())).isTrue();
        assertThat(note.isSignedBy(SigningKey.random("log").verifying())).isFalse();
        assertThat(SignedExport.parse(key.sign(part).text().replace("records 3", "records 4")).orElseThrow()
                .isSignedBy(key.verifying())).isFalse();
    }

    @Test
    void neither_a_statement_nor_a_checkpoint_passes_for_the_other() {
        assertThat(SignedCheckpoint.parse(key.sign(part).text())).isEmpty();
        assertThat(SignedExport.parse(key.sign(new Checkpoint("log", 3, HASH, TIME)).text())).isEmpty();
    }

    @Test
    void states_nothing_that_can_not_be() {
        for (String name : new String[]{"", "a\nb", "a\u2028b"}) {
            assertThatIllegalArgumentException().isThrownBy(
                    () -> new ExportStatement("log", 0, -1, -1, 1, HASH, Optional.empty(), name, TIME));
        }
        assertThatIllegalArgumentException().isThrownBy(
                () -> new ExportStatement("log", 3, 1, 2, 9, HASH, Optional.empty(), "aud", TIME));
        assertThatIllegalArgumentException().isThrownBy(
                () -> new ExportStatement("log", 3, 0, 2, 2, HASH, Optional.empty(), "aud", TIME));
    }

    @Test
    void fuzzed_ones_are_never_signed_and_never_throw() {
        String good = key.sign(part).text();
        Random random = new Random(5);
        for (int round = 0; round < 20_000; round++) {
            StringBuilder text = new StringBuilder(good);
            for (int change = random.nextInt(3); change >= 0; change--) {
                text.setCharAt(random.nextInt(text.length()),
                        (char) random.nextInt(random.nextBoolean() ? 128 : 9_000));
            }
            if (SignedExport.parse(text.toString()).filter(note -> note.isSignedBy(key.verifying())).isPresent()) {
                assertThat(text.toString()).isEqualTo(good);
            }
        }
    }
}
