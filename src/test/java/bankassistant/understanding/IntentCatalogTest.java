package bankassistant.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import bankassistant.policy.BankingIntents;
import org.junit.jupiter.api.Test;

class IntentCatalogTest {

    private final IntentCatalog catalog = IntentCatalog.banking77();

    @Test
    void names_the_intents_that_the_policies_answer_in_the_order_of_the_head() {
        assertThat(catalog.intents()).extracting(Intent::name).containsExactlyElementsOf(BankingIntents.names());
        assertThat(catalog.size()).isEqualTo(77);
    }

    @Test
    void each_has_a_label_and_a_question_of_its_own() {
        assertThat(catalog.intents()).extracting(Intent::label).doesNotHaveDuplicates();
        assertThat(catalog.intents()).extracting(Intent::question).doesNotHaveDuplicates()
                .allSatisfy(question -> assertThat(question).matches("[A-Z][^?]{10,69}\\?"));
    }
}
