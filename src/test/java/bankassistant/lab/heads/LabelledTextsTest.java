package bankassistant.lab.heads;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LabelledTextsTest {

    @Test
    void equal_texts_are_replaced_once_and_keep_their_labels() {
        LabelledTexts texts = new LabelledTexts(List.of("a", "b"), List.of("x", "y", "x"), List.of(0, 1, 0));
        List<String> asked = new ArrayList<>();

        LabelledTexts masked = texts.mapped(text -> {
            asked.add(text);
            return "[" + text + "]";
        });

        assertThat(masked.texts()).containsExactly("[x]", "[y]", "[x]");
        assertThat(masked.labels()).containsExactly(0, 1, 0);
        assertThat(asked).containsExactly("x", "y");
    }
}
