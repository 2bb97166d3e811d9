package bankassistant.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyFolderTest {

    private final PolicyFolder reader = new PolicyFolder(new PolicyReader(), Set.of("lost_card", "reverted?"));

    @TempDir
    private Path folder;

    @BeforeEach
    void two_policies_and_their_intents() throws IOException {
        PolicyText.valid().with("id", "transfers").in(folder, "02-transfers.md");
        PolicyText.valid().in(folder, "01-cards.md");
        intents("""
                lost_card: cards/replacement
                "reverted?": transfers/replacement
                """);
    }

    private void intents(String yaml) throws IOException {
        Files.writeString(folder.resolve("intents.yaml"), yaml);
    }

    private void refused(String message) {
        assertThatExceptionOfType(PolicyException.class).isThrownBy(() -> reader.read(folder)).withMessage(message);
    }

    @Test
    void reads_the_policies_in_the_order_of_their_names() throws Exception {
        assertThat(reader.read(folder).policies()).extracting(Policy::id).containsExactly("cards", "transfers");
    }

    @Test
    void finds_the_section_of_an_intent() throws Exception {
        PolicyLibrary library = reader.read(folder);

        SectionRef ref = library.answering("reverted?").orElseThrow();
        assertThat(ref).hasToString("transfers/replacement");
        assertThat(library.section(ref).orElseThrow().title()).isEqualTo("Replacing a worn card");
        assertThat(library.answering("weather")).isEmpty();
        assertThat(library.section(new SectionRef("cards", "nothing"))).isEmpty();
    }

    @Test
    void leaves_the_readme_hidden_files_and_other_kinds_alone() throws Exception {
        Files.writeString(folder.resolve("README.md"), "For authors");
        Files.writeString(folder.resolve(".01-draft.md"), "Draft");
        Files.writeString(folder.resolve("01-cards.md~"), "Backup");

        assertThat(reader.read(folder).policies()).hasSize(2);
    }

    @Test
    void refuses_two_policies_with_one_id() throws Exception {
        PolicyText.valid().in(folder, "03-again.md");

        refused("03-again.md:2: the policy id 'cards' is already that of 01-cards.md");
    }

    @Test
    void refuses_a_policy_that_is_a_symbolic_link() throws Exception {
        Files.createSymbolicLink(folder.resolve("03-link.md"), folder.resolve("01-cards.md"));

        refused("03-link.md: is a symbolic link; put the file itself into the folder");
    }

    @Test
    void refuses_a_file_name_that_gives_no_order() throws Exception {
        PolicyText.valid().in(folder, "Cards.md");

        refused("Cards.md: a policy's file is named like 03-deposit-accounts.md; rename it");
    }

    @Test
    void refuses_a_folder_without_policies_or_none_at_all(@TempDir Path empty) {
        assertThatExceptionOfType(PolicyException.class).isThrownBy(() -> reader.read(empty))
                .withMessageContaining("holds no policy");
        assertThatExceptionOfType(PolicyException.class).isThrownBy(() -> reader.read(empty.resolve("none")))
                .withMessage("none: is not a folder of policies that can be read");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "lost_card: cards/replacement|1: the intent 'reverted?' has no section; add a line for it",
            "lost_card: cards/gone|"
                    + "1: the intent 'lost_card' names 'cards/gone', which is no section; write policy-id/section-id",
            "lost_card: cards|"
                    + "1: the intent 'lost_card' names 'cards', which is no section; write policy-id/section-id",
            "lost_card: [cards/replacement]|1: the intent 'lost_card' names 'cards/replacement', "
                    + "which is no section; write policy-id/section-id",
            "weather: cards/replacement|1: 'weather' is not one of the 2 intents"})
    void refuses_a_bad_intent(String yaml, String message) throws Exception {
        intents(yaml);

        refused("intents.yaml:" + message);
    }

    @Test
    void refuses_an_intent_that_stands_twice() throws Exception {
        intents("# which section\nlost_card: cards/replacement\nlost_card: transfers/replacement\n");

        refused("intents.yaml:3: 'lost_card' stands twice");
    }

    @Test
    void refuses_a_missing_or_empty_list_of_intents() throws Exception {
        intents("");
        refused("intents.yaml:1: a list of 'name: value' lines is expected here");

        Files.delete(folder.resolve("intents.yaml"));
        refused("intents.yaml: does not exist");
    }
}
