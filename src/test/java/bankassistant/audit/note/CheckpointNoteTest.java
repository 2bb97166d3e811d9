package bankassistant.audit.note;

import static org.assertj.core.api.Assertions.assertThat;

import bankassistant.audit.tree.Hash;
import java.time.Instant;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CheckpointNoteTest {

    private static final SigningKey KEY = SigningKey.random("store-1");
    private static final Checkpoint CHECKPOINT = new Checkpoint("store-1", 12, Hash.ofLeaf(new byte[3]),
            Instant.parse("2026-11-23T10:15:30.123Z"));

    @Test
    void a_note_is_read_as_it_was_written_and_its_signature_is_good() {
        SignedCheckpoint note = KEY.sign(CHECKPOINT);

        assertThat(SignedCheckpoint.parse(note.text())).contains(note);
        assertThat(note.isSignedBy(VerifyingKey.parse(KEY.verifying().text()).orElseThrow())).isTrue();
        assertThat(note.text()).startsWith("store-1\n12\n" + CHECKPOINT.root().base64()
                + "\ntime 2026-11-23T10:15:30.123Z\n\n\u2014 store-1 ");
    }

    @Test
    void a_kept_key_signs_the_same() {
        SigningKey kept = SigningKey.of(KEY.pkcs8(), KEY.verifying());

        assertThat(kept.sign(CHECKPOINT)).isEqualTo(KEY.sign(CHECKPOINT));
    }

    @Test
    void another_stores_key_does_not_do() {
        assertThat(KEY.sign(CHECKPOINT).isSignedBy(SigningKey.random("store-1").verifying())).isFalse();
        assertThat(KEY.sign(CHECKPOINT).isSignedBy(SigningKey.random("store-2").verifying())).isFalse();
    }

    /** The example of Go's golang.org/x/mod/sumdb/note. */
    @Test
    void checks_signed_notes_of_others() {
        VerifyingKey key = VerifyingKey
                .parse("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW").orElseThrow();
        byte[] signature = Base64.getDecoder().decode(
                "x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=");

        assertThat(key.verifies("If you think cryptography is the answer to your problem,\n"
                + "then you don't know what your problem is.\n", signature)).isTrue();
        assertThat(key.verifies("If you think cryptography is no answer to your problem,\n"
                + "then you don't know what your problem is.\n", signature)).isFalse();
    }

    @Test
    void no_altered_note_is_good_and_none_throws() {
        String text = KEY.sign(CHECKPOINT).text();
        Random random = new Random(11);
        for (int round = 0; round < 20_000; round++) {
            StringBuilder altered = new StringBuilder(text);
            for (int change = random.nextInt(3); change >= 0; change--) {
                int at = random.nextInt(Math.min(altered.length(), text.length()));
                switch (random.nextInt(3)) {
                    case 0 -> altered.setCharAt(at, (char) random.nextInt(' ' - 22, 128));
                    case 1 -> altered.deleteCharAt(at);
                    default -> altered.insert(at, text, at, Math.min(text.length(), at + random.nextInt(9)));
                }
            }
            boolean good = SignedCheckpoint.parse(altered.toString())
                    .filter(note -> note.isSignedBy(KEY.verifying())).isPresent();
            assertThat(good).as(altered.toString()).isEqualTo(altered.toString().equals(text));
        }
    }

    @Test
    void no_altered_key_throws() {
        String text = KEY.verifying().text();
        Random random = new Random(5);
        for (int round = 0; round < 5_000; round++) {
            StringBuilder altered = new StringBuilder(text);
            altered.setCharAt(random.nextInt(text.length()), (char) random.nextInt(33, 127));
            VerifyingKey.parse(altered.toString())
                    .ifPresent(
                            key -> assertThat(key.equals(KEY.verifying())).isEqualTo(altered.toString().equals(text)));
        }
    }
}
