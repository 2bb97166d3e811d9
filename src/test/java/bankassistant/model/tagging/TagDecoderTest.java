package bankassistant.model.tagging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import bankassistant.model.TextTokens;
import bankassistant.model.TokenTagger;
import bankassistant.model.TokenTagger.Tagged;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * From tags of tokens to places in the text. In these texts {@code <} before a word says that it begins a place, {@code +} that it goes on, {@code ?} that it may, {@code !} that it rather does, and {@code ~} stands
 * where no space is.
 */
class TagDecoderTest {

    private static final int PERSON = 0;
    private static final int ADDRESS = 1;
    private static final int ORGANIZATION = 2;
    private static final Pattern WORD = Pattern.compile("[<+?!]?(\\p{L}+|\\p{N}+|[^\\s\\p{L}\\p{N}<+?!~])");

    @Test
    void words_that_go_on_make_one_place() {
        assertThat(found(PERSON, "i am <maria +lopez and i wait")).containsExactly("maria lopez");
    }

    @Test
    void names_with_a_comma_or_a_word_between_are_two() {
        assertThat(found(PERSON, "for <maria~, <bob and <lee")).containsExactly("maria", "bob", "lee");
    }

    @Test
    void names_with_nothing_but_a_space_between_are_one() {
        assertThat(found(PERSON, "for <maria <lopez")).containsExactly("maria lopez");
        assertThat(found(PERSON, "for <maria l <lopez")).containsExactly("maria l lopez");
        assertThat(found(PERSON, "for <maria l~. <lopez")).containsExactly("maria l. lopez");
    }

    @Test
    void a_hyphen_or_an_apostrophe_within_a_word_parts_no_name() {
        assertThat(found(PERSON, "<ja~'~<nae <kyung~-~hee~-~<jang is here")).containsExactly("ja'nae kyung-hee-jang");
        assertThat(found(PERSON, "ok, jean~-~<luc~-~marie is here")).containsExactly("jean-luc-marie");
    }

    @Test
    void the_ending_of_a_word_that_is_no_name_is_none() {
        assertThat(found(PERSON, "i venmo~'~+d <maria +lopez")).containsExactly("maria lopez");
    }

    @Test
    void a_possessive_ending_stays_outside() {
        assertThat(found(PERSON, "what is <maria~+'~+s balance")).containsExactly("maria");
        assertThat(found(PERSON, "what is <maria~+’~+s balance")).containsExactly("maria");
    }

    @Test
    void an_apostrophe_or_hyphen_inside_stays_inside() {
        assertThat(found(ADDRESS, "at <12 +mary~+'~+s +lane")).containsExactly("12 mary's lane");
        assertThat(found(PERSON, "<o~'~+brien called")).containsExactly("o'brien");
        assertThat(found(PERSON, "<jean~-~+luc called")).containsExactly("jean-luc");
    }

    @Test
    void an_abbreviations_full_stop_stays_where_the_network_says_so() {
        assertThat(found(PERSON, "<bob +lee +jr~+. called")).containsExactly("bob lee jr.");
        assertThat(found(PERSON, "this is <bob +lee~.")).containsExactly("bob lee");
        assertThat(found(PERSON, "this is <stephanie~+.")).containsExactly("stephanie");
    }

    @Test
    void punctuation_around_stays_outside() {
        assertThat(found(PERSON, "( +( <maria +) +, +.")).containsExactly("maria");
        assertThat(found(PERSON, "thanks , <maria +,")).containsExactly("maria");
    }

    @Test
    void commas_in_an_address_stay_inside() {
        assertThat(found(ADDRESS, "at <12 +main +st , +ohio +44101 .")).containsExactly("12 main st , ohio 44101");
    }

    @Test
    void a_word_that_is_likely_counts_beside_one_that_counts_but_not_alone() {
        assertThat(found(PERSON, "<maria ?lopez is here")).containsExactly("maria lopez");
        assertThat(found(PERSON, "maria ?lopez is here")).isEmpty();
    }

    @Test
    void a_capital_letter_within_a_sentence_speaks_for_a_name_and_a_small_one_against() {
        assertThat(found(PERSON, "You can ask ?Stefano about it")).containsExactly("Stefano");
        assertThat(found(PERSON, "you can ask ?stefano about it")).isEmpty();
        assertThat(found(PERSON, "Why is there a !fee")).isEmpty();
        assertThat(found(PERSON, "why is there a !fee")).containsExactly("fee");
    }

    @Test
    void capitals_of_abbreviations_sentences_and_titles_say_nothing() {
        assertThat(found(PERSON, "You know my ?SSN now")).isEmpty();
        assertThat(found(PERSON, "You know. ?Perhaps it helps")).isEmpty();
        assertThat(found(PERSON, "Please Send My ?Letter Soon to me")).isEmpty();
    }

    @Test
    void titles_and_small_words_at_the_ends_stay_outside() {
        assertThat(found(PERSON, "ask <auntie +meena +and wait for <dr~+. +bose +is")).containsExactly("meena", "bose");
        assertThat(found(ADDRESS, "the flat +at <22 +main +st +in spring")).containsExactly("22 main st");
        assertThat(found(ADDRESS, "at <9 +elm +st +salem +OR")).containsExactly("9 elm st salem OR");
        assertThat(found(ADDRESS, "at <9 +elm +st +, +gary +, +in")).containsExactly("9 elm st , gary , in");
        assertThat(found(ORGANIZATION, "at <the +red +cross")).containsExactly("red cross");
    }

    @Test
    void greetings_abbreviations_and_single_small_letters_are_no_names() {
        assertThat(found(PERSON, "<hi +, can <u tell the <team")).isEmpty();
        assertThat(found(PERSON, "<D~+.~+O~+.~+B~+. 1971")).isEmpty();
    }

    @Test
    void pieces_of_a_word_are_tagged_together() {
        TextTokens tokens = new TextTokens(new int[]{101, 1, 2, 3, 102}, new int[]{0, 0, 3, 6, 0},
                new int[]{0, 3, 6, 8, 0}, new int[]{-1, 0, 0, 1, -1});
        float[][] logits = {none(), begin(PERSON), none(), none(), none()};
        // half of the word's probability is enough to hide the whole word
        assertThat(TagDecoder.places("mariam ok", tokens, logits)).extracting(Tagged::start, Tagged::end)
                .containsExactly(tuple(0, 6));
    }

    private static List<String> found(int type, String marked) {
        StringBuilder text = new StringBuilder();
        List<int[]> spans = new ArrayList<>();
        List<float[]> logits = new ArrayList<>();
        Matcher words = WORD.matcher(marked);
        while (words.find()) {
            int start = text.length();
            text.append(words.group(1));
            spans.add(new int[]{start, text.length()});
            boolean joined = words.end() < marked.length() && marked.charAt(words.end()) == '~';
            text.append(joined ? "" : " ");
            logits.add(switch (marked.charAt(words.start())) {
                case '<' -> begin(type);
                case '+' -> tag(2 * type + 2, 8);
                case '?' -> perhaps(type, 0.4);
                case '!' -> perhaps(type, 0.8);
                default -> none();
            });
        }
        int[] starts = spans.stream().mapToInt(span -> span[0]).toArray();
        int[] ends = spans.stream().mapToInt(span -> span[1]).toArray();
        int[] numbers = new int[spans.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = i;
        }
        TextTokens tokens = new TextTokens(numbers, starts, ends, numbers);
        return TagDecoder.places(text.toString(), tokens, logits.toArray(float[][]::new)).stream()
                .map(place -> text.substring(place.start(), place.end())).toList();
    }

    private static float[] begin(int type) {
        return tag(2 * type + 1, 8);
    }

    private static float[] perhaps(int type, double probability) {
        float[] logits = tag(2 * type + 2, 8);
        logits[0] = 8 + (float) Math.log((1 - probability) / probability);
        return logits;
    }

    private static float[] none() {
        return tag(0, 8);
    }

    private static float[] tag(int tag, float logit) {
        float[] logits = new float[TokenTagger.TAGS];
        logits[tag] = logit;
        return logits;
    }
}
