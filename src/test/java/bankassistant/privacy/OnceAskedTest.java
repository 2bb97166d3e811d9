package bankassistant.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What finds names takes most of the time that masking takes: it reads each text once. */
class OnceAskedTest {

    private static final List<String> PIECES = List.of("ann", "bob", " ", ", ", "4111 1111 1111 1111", "[CARD_1]",
            "12 Main Street", "Springfield, IL 62704", "jo@example.com", "and", "\n", "Ltd", "\uD83D\uDCB3",
            "[PERSON_2]");

    private final List<String> asked = new ArrayList<>();
    /** Finds "ann", and "bob" beside something hidden. */
    private final Masker masker = Masker.ofForms().with(text -> {
        asked.add(text);
        List<Candidate> found = new ArrayList<>();
        add(text, "ann", found);
        if (text.indexOf(Recognizer.COVERED) >= 0) {
            add(text, "bob", found);
        }
        return found;
    });
    private final Placeholders placeholders = new Placeholders();

    private static void add(String text, String name, List<Candidate> found) {
        for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
            found.add(new Candidate(at, at + name.length(), Candidate.Kind.PERSON, name, Candidate.SHAPED));
        }
    }

    @Test
    void a_text_with_names_is_read_once() {
        assertThat(masker.mask("ann and cora", placeholders).value()).isEqualTo("[PERSON_1] and cora");
        assertThat(asked).containsExactly("ann and cora");
    }

    @Test
    void cards_are_hidden_from_it_and_addresses_are_not() {
        masker.mask("4111 1111 1111 1111 of ann, 12 Main Street", placeholders);
        assertThat(asked).containsExactly(Recognizer.COVERED + " of ann, 12 Main Street");
    }

    @Test
    void a_masked_text_is_not_read_again() {
        String once = masker.mask("ann and bob", placeholders).value();
        assertThat(masker.mask(once, placeholders).value()).isEqualTo("[PERSON_1] and bob").isEqualTo(once);
        assertThat(asked).hasSize(1);
    }

    @Test
    void but_in_another_conversation_it_is() {
        String once = masker.mask("ann and bob", placeholders).value();
        assertThat(masker.mask(once, new Placeholders()).value()).isEqualTo("[PERSON_1] and [PERSON_2]");
    }

    @Test
    void what_is_marked_in_a_masked_text_is_hidden() {
        String once = masker.mask("ann and bob", placeholders).value();
        placeholders.corrections().hide("bob");
        assertThat(masker.mask(once, placeholders).value()).isEqualTo("[PERSON_1] and [PRIVATE_1]");
    }

    @Test
    void a_cleared_conversation_knows_no_masked_texts() {
        String once = masker.mask("ann and bob", placeholders).value();
        placeholders.clear();
        masker.mask(once, placeholders);
        assertThat(asked).hasSize(2);
    }

    @Test
    void masking_twice_is_masking_once() {
        Random random = new Random(6);
        for (int i = 0; i < 3_000; i++) {
            String text = random.ints(1 + random.nextInt(9), 0, PIECES.size()).mapToObj(PIECES::get)
                    .collect(Collectors.joining());
            Placeholders fresh = new Placeholders();
            String once = masker.mask(text, fresh).value();
            assertThat(masker.mask(once, fresh).value()).as(text).isEqualTo(once);
        }
    }
}
