package bankassistant.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bankassistant.policy.BankingIntents;
import bankassistant.policy.PolicyException;
import bankassistant.policy.PolicyFolder;
import bankassistant.policy.PolicyLibrary;
import bankassistant.policy.PolicyReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PhrasingsTest {

    @Test
    void the_shipped_file_names_sections_that_exist() throws PolicyException {
        Path folder = Path.of("policies");
        PolicyLibrary library = new PolicyFolder(new PolicyReader(), BankingIntents.names()).read(folder);
        assertThat(Phrasings.read(folder.resolve("phrasings.yaml")).keySet()).isNotEmpty()
                .allSatisfy(key -> assertThat(library.policy(key.split("/")[0]))
                        .hasValueSatisfying(policy -> assertThat(policy.section(key.split("/")[1])).isPresent()));
    }

    @Test
    void no_file_means_no_phrasings(@TempDir Path folder) throws PolicyException {
        assertThat(Phrasings.read(folder.resolve("phrasings.yaml"))).isEmpty();
    }

    @Test
    void a_file_of_another_form_is_refused_with_its_name(@TempDir Path folder) throws IOException {
        for (String bad : new String[]{"cards/pin: one line", "- a", "a: [b", "", "a: [null]"}) {
            Path file = Files.writeString(folder.resolve("phrasings.yaml"), bad);
            assertThatThrownBy(() -> Phrasings.read(file)).as(bad).isInstanceOf(PolicyException.class)
                    .hasMessageContaining("phrasings.yaml").hasMessageContaining("cards/change-pin");
        }
    }
}
