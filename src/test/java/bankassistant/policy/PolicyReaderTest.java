package bankassistant.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyReaderTest {

    @TempDir
    private Path folder;

    private Policy read(PolicyText text) throws Exception {
        return new PolicyReader().read(text.in(folder, "01-cards.md"));
    }

    private Section section(String body) throws Exception {
        return read(PolicyText.valid().body(body)).sections().getFirst();
    }

    @Test
    void reads_the_front_matter() throws Exception {
        Policy policy = read(PolicyText.valid().with("verify", "[\"replacement: the fee\"]"));

        assertThat(policy.id()).isEqualTo("cards");
        assertThat(policy.title()).isEqualTo("Cards");
        assertThat(policy.version()).isEqualTo("2026.1");
        assertThat(policy.effective()).isEqualTo("2026-09-01");
        assertThat(policy.review()).isEqualTo("2027-03-01");
        assertThat(policy.owner()).isEqualTo("Card Services");
        assertThat(policy.sources()).containsExactly("12 CFR Part 1005");
        assertThat(policy.verify()).containsExactly("replacement: the fee");
    }

    @Test
    void keeps_a_version_as_written_even_where_yaml_sees_a_number() throws Exception {
        assertThat(read(PolicyText.valid().with("version", "2026.10")).version()).isEqualTo("2026.10");
    }

    @Test
    void hashes_the_bytes_of_the_file() throws Exception {
        Path file = PolicyText.valid().in(folder, "01-cards.md");

        byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
        assertThat(new PolicyReader().read(file).sha256()).isEqualTo(HexFormat.of().formatHex(hash));
    }

    @Test
    void turns_lines_paragraphs_and_list_items_into_sentences_with_one_space_between_them() throws Exception {
        Section section = section("""
                ## Title {#id}

                The first sentence
                goes *over* two lines.
                The **second** costs $2.50.

                - An item ends at 5 p.m.
                - Ends the list.

                1. Numbered.
                """);

        assertThat(section.text()).isEqualTo("The first sentence goes over two lines. The second costs $2.50. "
                + "An item ends at 5 p.m. Ends the list. Numbered.");
        assertThat(section.sentences()).hasSize(5);
        assertThat(section.sentence(2)).isEqualTo("An item ends at 5 p.m.");
        assertThat(section.sentence(4)).isEqualTo("Numbered.");
    }

    @Test
    void ends_a_sentence_where_a_paragraph_ends_even_after_an_abbreviation() throws Exception {
        Section section = section("## Title {#id}\n\nThe counter opens at 9 a.m.\n\nMonday is a holiday.\n");

        assertThat(section.sentences()).hasSize(2);
    }

    @Test
    void takes_title_and_id_from_the_heading() throws Exception {
        Section section = section("## Fees: what a *spare* card costs {#spare-card}\n\nA spare card costs $5.\n");

        assertThat(section.title()).isEqualTo("Fees: what a spare card costs");
        assertThat(section.id()).isEqualTo("spare-card");
    }

    @Test
    void reads_figures_beside_the_text() throws Exception {
        Section section = section("""
                ## Checks {#checks}

                The first $275 is available after 1 business day.

                > Figure: $275 | as of 2025-07-01 | 12 CFR 229.10(c)
                > Figure: 1 business day | as of 2026-09-01 | 12 CFR 229.12
                """);

        assertThat(section.text()).isEqualTo("The first $275 is available after 1 business day.");
        assertThat(section.figures()).isEqualTo(List.of(
                new Figure("$275", LocalDate.of(2025, 7, 1), "12 CFR 229.10(c)"),
                new Figure("1 business day", LocalDate.of(2026, 9, 1), "12 CFR 229.12")));
    }

    @Test
    void reads_which_sentences_are_told_together() throws Exception {
        Section section = section("""
                ## Title {#id}

                Report it within 2 days and lose $50. A branch helps. Reporting later costs $500.

                > Together: lose $50 | costs $500
                """);

        assertThat(section.with(0)).containsExactly(0, 2);
        assertThat(section.with(2)).containsExactly(0, 2);
        assertThat(section.with(1)).containsExactly(1);
    }

    @Test
    void reads_files_with_windows_line_ends_and_a_byte_order_mark() throws Exception {
        Path file = folder.resolve("01-cards.md");
        Files.writeString(file, "\uFEFF" + PolicyText.valid().toString().replace("\n", "\r\n"));

        assertThat(new PolicyReader().read(file).sections().getFirst().text())
                .isEqualTo("A worn card is replaced for $5.");
    }
}
