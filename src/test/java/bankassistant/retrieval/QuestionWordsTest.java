package bankassistant.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class QuestionWordsTest {

    private static final PolicyTexts TEXTS = new PolicyTexts(PolicyBuilder.cardsAndFees(),
            Map.of("fees/wire", List.of("Is a transfer overseas expensive")));

    private final QuestionWords words = new QuestionWords(
            Vocabulary.of(new PassageEncoder(new WordEncoder("e1")).encode(TEXTS, Map.of(), _ -> {})),
            Set.of("overseer")::contains);

    @Test
    void writes_counter_shorthand_in_full() {
        assertThat(words.writtenOut("cust wants xfer w/o fee, acct od?"))
                .isEqualTo("customer wants transfer without fee, account overdraft?");
    }

    @Test
    void puts_one_slip_of_the_keyboard_right() {
        assertThat(words.writtenOut("trasnfer tranfer transffer tronsfer")).isEqualTo(
                "transfer transfer transfer transfer");
    }

    @Test
    void leaves_words_alone_that_are_known_or_near_to_none() {
        for (String word : List.of("transfer", "overseer", "zebra", "tran", "SFER", "[NAME_1]", "12 CFR 229", "")) {
            assertThat(words.writtenOut(word)).isEqualTo(word);
        }
    }
}
