package bankassistant.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bankassistant.model.TokenTagger;
import bankassistant.model.TokenTagger.Tagged;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the network finds becomes candidates in the text that is being masked. */
class NameFinderTest {

    private final List<String> seen = new ArrayList<>();

    @Test
    void a_name_is_a_candidate_where_it_stands() {
        List<Candidate> found = finder("Maria Lopez").find("ask Maria Lopez now");
        assertThat(found).containsExactly(
                new Candidate(4, 15, new Candidate.Kind("PERSON", "PERSON"), "maria lopez", Candidate.SHAPED));
    }

    @Test
    void the_same_name_written_otherwise_is_compared_alike() {
        assertThat(finder("MARIA  LOPEZ").find("MARIA  LOPEZ").getFirst().normalized()).isEqualTo("maria lopez");
    }

    @Test
    void what_is_hidden_already_reads_alike_in_every_form() {
        finder("x").find("pay [CARD_12] to \uFFFF now");
        finder("x").find("pay \uFFFF\uFFFF\uFFFF to [PERSON_1][PERSON_2] now");
        assertThat(seen).containsOnly("pay [MASK] to [MASK] now").hasSize(2);
    }

    @Test
    void a_place_behind_something_hidden_is_found_where_it_stands() {
        String text = "from [ACCOUNT_1] and \uFFFF to Maria";
        Candidate found = finder("Maria").find(text).getFirst();
        assertThat(text.substring(found.start(), found.end())).isEqualTo("Maria");
    }

    @Test
    void a_place_that_holds_something_hidden_is_found_around_it() {
        String text = "12 Main St, \uFFFF, Ohio";
        assertThat(finder("12 Main St, \\[MASK], Ohio").find(text))
                .extracting(found -> text.substring(found.start(), found.end())).containsExactly("12 Main St", "Ohio");
    }

    @Test
    void nothing_is_found_where_all_is_hidden() {
        assertThat(finder("\\[MASK](, \\[MASK])?").find("\uFFFF, [PERSON_1]")).isEmpty();
    }

    @Test
    void a_name_found_once_is_hidden_wherever_it_stands() {
        Masker masker = Masker.ofForms()
                .with(new NameFinder(text -> text.startsWith("Thomas") || text.startsWith("mark")
                        ? List.of(new Tagged("PERSON", 0, text.startsWith("T") ? 6 : 4, 0.9))
                        : List.of()));
        assertThat(masker.mask("Thomas came, Thomas went. Thomasville is far", new Placeholders()).value())
                .isEqualTo("[PERSON_1] came, [PERSON_1] went. Thomasville is far");
        assertThat(masker.mask("mark, please mark it", new Placeholders()).value())
                .isEqualTo("[PERSON_1], please mark it");
    }

    @Test
    void a_network_that_fails_fails_the_masking() {
        Masker masker = new Masker(List.of(new NameFinder(_ -> {
            throw new IllegalStateException("the engine failed");
        })));
        assertThatThrownBy(() -> masker.mask("hello", new Placeholders())).isInstanceOf(IllegalStateException.class);
    }

    /** Finds every match of an expression. */
    private NameFinder finder(String name) {
        TokenTagger tagger = text -> {
            seen.add(text);
            return Pattern.compile(name).matcher(text).results().map(NameFinderTest::tagged).toList();
        };
        return new NameFinder(tagger);
    }

    private static Tagged tagged(MatchResult match) {
        return new Tagged("PERSON", match.start(), match.end(), 0.9);
    }
}
