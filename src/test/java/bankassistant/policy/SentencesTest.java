package bankassistant.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentencesTest {

    @ParameterizedTest
    @ValueSource(strings = {"The wage is posted by 6:00 a.m. ET on the pay date.",
            "The cut-off is 5:00 p.m. Monday to Friday.", "Branches open at 9 a.m. 5 days a week.",
            "Residents of the 50 states, D.C. and Puerto Rico can open an account.",
            "Larkmere Bank, N.A. (fictional) issues Visa cards.", "The U.S. Treasury pays by U.S. Postal Service.",
            "The rule is void under P.L. 119-10 and P.L. No. 5.", "Other ATMs cost $2.50, plus 0.5% of the amount.",
            "Use form No. 7 of Reg. e.g. Part 3 for this.", "Mr. Smith and Dr. Jones own Northgate Inc. Ltd. together.",
            "The notice says: is it yours? or not.", "No stop at the end", "Version 2026.1 holds.",
            "It posts by 6:00 a.m. ET in the U.S. Treasury's way, for $1.50 or No. 7 forms.",
            "It costs approx. $5 on Mondays."})
    void leaves_one_sentence_whole(String sentence) {
        assertThat(Sentences.of(sentence)).containsExactly(sentence);
    }

    @Test
    void ends_a_sentence_at_an_abbreviation_when_a_new_one_begins() {
        assertThat(Sentences.of("Come by 5:00 p.m. Larkmere closes then.")).hasSize(2);
        assertThat(Sentences.of("You live in the U.S. The bank asks for proof.")).hasSize(2);
        assertThat(Sentences.of("The first answer is No. Ask again.")).hasSize(2);
    }

    @Test
    void keeps_closing_quotes_and_brackets_with_their_sentence() {
        assertThat(Sentences.of("He said \"Stop!\" She left. (It was late.) \u201CNow?\u201D Yes."))
                .containsExactly("He said \"Stop!\"", "She left.", "(It was late.)", "\u201CNow?\u201D", "Yes.");
    }

    @Test
    void finds_no_sentence_in_blank_text() {
        assertThat(Sentences.of("")).isEmpty();
        assertThat(Sentences.of(" \n ")).isEmpty();
    }

    @Test
    void divides_sentences_joined_at_random_where_they_were_joined() {
        List<String> known = List.of("The first $275 is available on the next business day.", "Is the card lost?",
                "Call now!", "The cut-off is 8:00 p.m. ET on a business day.", "A copy costs $2.50.",
                "Residents of D.C. can open an account.", "5 rolls are free.", "$5 is the fee.",
                "Regulation D limited withdrawals until 2020.", "Larkmere Bank, N.A. is fictional.");
        Random random = new Random(42);
        for (int round = 0; round < 500; round++) {
            List<String> sentences = new ArrayList<>();
            for (int i = 0; i < 1 + random.nextInt(8); i++) {
                sentences.add(known.get(random.nextInt(known.size())));
            }
            assertThat(Sentences.of(String.join(" ", sentences))).isEqualTo(sentences);
        }
    }

    @Test
    void covers_any_text_but_for_the_white_space_between_sentences() {
        Random random = new Random(43);
        String signs = ".. !?\"')(\u201C aAbB19$,p.m.\n";
        for (int round = 0; round < 5_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < random.nextInt(40); i++) {
                text.append(signs.charAt(random.nextInt(signs.length())));
            }
            StringBuilder gaps = new StringBuilder(text);
            for (Section.Span span : Sentences.split(text.toString()).reversed()) {
                assertThat(span.start()).isLessThan(span.end()).isNotNegative();
                gaps.delete(span.start(), span.end());
            }
            assertThat(gaps.toString()).as("outside the sentences of '%s'", text).isBlank();
        }
    }
}
