package bankassistant.lab;

import static org.assertj.core.api.Assertions.assertThat;

import bankassistant.privacy.Masker;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How well personal data with a form is found, on made-up messages. */
class FormMaskingTest {

    private static final Set<String> CHECKSUMMED = Set.of("CREDIT_CARD", "IBAN_CODE", "ABA_ROUTING_NUMBER", "CRYPTO");

    @Test
    void finds_what_has_a_form() throws Exception {
        PiiEvaluation.Result result = run("forms.jsonl");

        assertThat(result.all().exact().f2()).as("F2 by exact spans").isGreaterThan(0.95);
        assertThat(result.types().entrySet()).filteredOn(entry -> CHECKSUMMED.contains(entry.getKey())).hasSize(4)
                .allSatisfy(entry -> assertThat(entry.getValue().exact().recall()).as(entry.getKey()).isEqualTo(1));
        assertThat(result.touched().orElseThrow().right()).as("messages without personal data that were touched")
                .isZero();
    }

    private static PiiEvaluation.Result run(String file) throws IOException, URISyntaxException {
        Path data = Path.of(FormMaskingTest.class.getResource("/bankassistant/privacy/" + file).toURI());
        return new PiiEvaluation(Masker.ofForms()).run(LabelledSpans.read(data));
    }
}
