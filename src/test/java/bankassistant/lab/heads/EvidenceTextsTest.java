package bankassistant.lab.heads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bankassistant.lab.DataFileException;
import bankassistant.policy.BankingIntents;
import bankassistant.policy.Policy;
import bankassistant.policy.PolicyFolder;
import bankassistant.policy.PolicyReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvidenceTextsTest {

    private static List<Policy> policies;

    @TempDir
    private Path folder;

    @BeforeAll
    static void readPolicies() throws Exception {
        policies = new PolicyFolder(new PolicyReader(), BankingIntents.names()).read(Path.of("policies")).policies();
    }

    @Test
    void there_is_a_class_for_each_sentence_and_one_for_none() throws IOException {
        LabelledTexts texts = read("what is lost,cards/liability#2", "the weather,none");

        assertThat(texts.classes()).contains("cards/liability#1", "cards/liability#3").doesNotContain("cards/liability")
                .endsWith("none");
        assertThat(texts.targets().getFirst()[texts.classes().indexOf("cards/liability#2")]).isEqualTo(1);
        assertThat(texts.targets().getLast()[texts.classes().size() - 1]).isEqualTo(1);
    }

    @Test
    void where_only_the_section_is_known_its_sentences_share_the_target_and_the_first_has_most() throws IOException {
        LabelledTexts texts = read("what is lost,cards/liability");

        int first = texts.classes().indexOf("cards/liability#1");
        assertThat(texts.targets().getFirst()[first]).isEqualTo(0.5f + 0.5f / 3);
        assertThat(texts.targets().getFirst()[first + 1]).isEqualTo(texts.targets().getFirst()[first + 2])
                .isEqualTo(0.5f / 3);
    }

    @Test
    void two_sentences_that_answer_together_share_the_target() throws IOException {
        LabelledTexts texts = read("its fee and its time,transfers/international-wire#1 + transfers/transfer-timing#1");

        assertThat(texts.targets().getFirst()[texts.classes().indexOf("transfers/international-wire#1")])
                .isEqualTo(texts.targets().getFirst()[texts.classes().indexOf("transfers/transfer-timing#1")])
                .isEqualTo(0.5f);
    }

    @Test
    void a_sentence_that_no_policy_has_is_refused_with_its_line() {
        assertThatThrownBy(() -> read("what is lost,cards/liability#9")).isInstanceOf(DataFileException.class)
                .hasMessageContaining("2");
        assertThatThrownBy(() -> read("what is lost,cards/liability#1 + cards/liability#9"))
                .isInstanceOf(DataFileException.class);
    }

    private LabelledTexts read(String... rows) throws IOException {
        return new EvidenceTexts(policies).read(
                Files.writeString(folder.resolve("evidence.csv"), "text,label\n" + String.join("\n", rows) + "\n"));
    }
}
