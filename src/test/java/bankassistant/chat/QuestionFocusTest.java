package bankassistant.chat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionFocusTest {

    private static final String QUESTION = "What ID do I need for an account?";

    @ParameterizedTest
    @ValueSource(strings = {"My name is Jane Miller, born March 4, 1980.", "Hello!", "Good morning, I'm [PERSON_1].",
            "Hi, my name is jane miller.", "I am Jane Miller. My SSN is [SSN_1].",
            "This is Dr. O'Neil, born 03/04/1980.",
            "My name is [PERSON_1], my card number is [CARD_1], my phone is [PHONE_1].", "Dear team, thank you."})
    void leaves_out_who_asks(String introduction) {
        assertThat(QuestionFocus.of(introduction + " " + QUESTION)).isEqualTo(QUESTION);
    }

    @ParameterizedTest
    @ValueSource(strings = {"My name is Jane Miller and I lost my card.", "I am 17.", "I'm travelling to Spain.",
            "My card was stolen.", "I am Jane Miller, new in town.", "This is urgent.", "My account is frozen.",
            "My card [CARD_1] was declined."})
    void keeps_what_tells_of_the_matter(String sentence) {
        assertThat(QuestionFocus.of(sentence + " " + QUESTION)).isEqualTo(sentence + " " + QUESTION);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", value = {"Hello! => Hello!", "My name is [PERSON_1]. => My name is [PERSON_1].",
            "Hi, what is a wire? => Hi, what is a wire?"})
    void leaves_a_question_whole_that_says_nothing_else(String question, String focus) {
        assertThat(QuestionFocus.of(question)).isEqualTo(focus);
    }
}
