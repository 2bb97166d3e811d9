package bankassistant.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyRefusalTest {

    @TempDir
    private Path folder;

    private void refused(Path file, String message) {
        assertThatExceptionOfType(PolicyException.class).isThrownBy(() -> new PolicyReader().read(file))
                .withMessage(message);
    }

    private void refused(PolicyText text, String message) throws Exception {
        refused(text.in(folder, "01-cards.md"), message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "title", "version", "effective", "review", "owner", "sources", "verify"})
    void refuses_a_missing_field(String field) throws Exception {
        refused(PolicyText.valid().without(field), "01-cards.md:1: the field '" + field + "' is missing");
    }

    static Stream<Arguments> badFields() {
        return Stream.of(Arguments.of("author", "me", "10: the field 'author' is not known"),
                Arguments.of("title", "\"  \"", "3: the field 'title' is empty"),
                Arguments.of("title", "", "3: the field 'title' is empty"),
                Arguments.of("title", "[a, b]", "3: 'title' must be one text"),
                Arguments.of("sources", "[]", "8: 'sources' is empty; name the laws or documents it rests on"),
                Arguments.of("sources", "one", "8: 'sources' must be a list"),
                Arguments.of("sources", "\n  - Law: 12 CFR",
                        "9: 'sources' must be a text or a list of texts; put a text with a colon in quotes"),
                Arguments.of("id", "Cards!", "2: the id 'Cards!' must be lower-case words joined by hyphens"),
                Arguments.of("version", "first",
                        "4: the version 'first' must be a year, a point and a number, such as 2026.1"),
                Arguments.of("effective", "2026-13-01",
                        "5: the effective date '2026-13-01' is not a date (YYYY-MM-DD)"),
                Arguments.of("review", "1 May 2027", "6: the review date '1 May 2027' is not a date (YYYY-MM-DD)"),
                Arguments.of("review", "2026-08-31",
                        "6: the review date 2026-08-31 is before the effective date 2026-09-01"),
                Arguments.of("verify", "[\"nowhere: a fact\"]", "9: 'nowhere: a fact' under verify must begin with the"
                        + " id of a section of this policy and a colon"),
                Arguments.of("owner", "a\nowner: b", "8: 'owner' stands twice"));
    }

    @ParameterizedTest
    @MethodSource("badFields")
    void refuses_a_bad_field_and_names_its_line(String field, String yaml, String message) throws Exception {
        refused(PolicyText.valid().with(field, yaml), "01-cards.md:" + message);
    }

    static Stream<Arguments> badBodies() {
        String head = "## Title {#id}\n\n";
        return Stream.of(Arguments.of("Text.\n\n" + PolicyText.BODY,
                "12: text before the first section; put it below a heading '## Title {#id}'"),
                Arguments.of("", "10: has no section; write '## Title {#id}' and text below it"),
                Arguments.of(head, "12: the section 'id' has no sentence"),
                Arguments.of(head + "One.\n\n" + head + "Two.\n",
                        "16: the section id 'id' stands twice in this policy"),
                Arguments.of("## {#id}\n\nOne.\n", "12: the section's title is empty"),
                Arguments.of("## Title\n\nOne.\n", "12: the heading has no id; end it with {#some-id}"),
                Arguments.of("## Title {#Some Id}\n\nOne.\n",
                        "12: the section id 'Some Id' must be lower-case words joined by hyphens"),
                Arguments.of("# Title {#id}\n\nOne.\n",
                        "12: a section's heading begins with ##, not with another number of #"),
                Arguments.of(head + "No full stop\n",
                        "14: the text 'No full stop' does not end like a sentence (. ! ?)"),
                Arguments.of(head + "One.\n\n> Figure: $5 | 2026-09-01 | law\n",
                        "16: 'Figure: $5 | 2026-09-01 | law' is"
                                + " not of the form '> Figure: $275 | as of 2025-07-01 | 12 CFR 229.10'"),
                Arguments.of(head + "It costs $5.\n\n> Figure: $5 | as of 2026-02-30 | law\n",
                        "16: the as-of date '2026-02-30' is not a date (YYYY-MM-DD)"),
                Arguments.of(
                        head + "It costs $50.\n\n> Figure: $50 | as of 2026-09-01 | a\n"
                                + "> Figure: $5 | as of 2026-09-01 | b\n",
                        "17: the figure '$5' does not stand in the text of the section 'id'"),
                Arguments.of(head + "See [here](x).\n",
                        "14: a policy holds plain, bold and italic text only, no Link; take it out"),
                Arguments.of(head + "One.\nTwo <b>bold</b>.\n",
                        "15: a policy holds plain, bold and italic text only, no HtmlInline; take it out"),
                Arguments.of(head + "One.\n\n- Item.\n  - Inner.\n",
                        "17: a list item holds text only, no list of its own"),
                Arguments.of(head + "One.\n\n    code\n",
                        "16: a section holds paragraphs, simple lists and '> Figure:' lines only, no IndentedCodeBlock"));
    }

    @ParameterizedTest
    @MethodSource("badBodies")
    void refuses_a_bad_section_and_names_its_line(String body, String message) throws Exception {
        refused(PolicyText.valid().body(body), "01-cards.md:" + message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"$500", "$50,000", "$50.25", "US$5", "$5th"})
    void does_not_take_a_part_of_another_figure_for_the_figure(String other) throws Exception {
        String body = "## Title {#id}\n\nThe fee is " + other + " today.\n\n> Figure: $5%s | as of 2026-09-01 | law\n";
        String value = other.startsWith("$50") ? "0" : "";
        if (other.equals("US$5")) {
            body = body.replace("$5%s", "5");
        }
        refused(PolicyText.valid().body(body.formatted(value)), "01-cards.md:16: the figure '"
                + (other.equals("US$5") ? "5" : "$5" + value) + "' does not stand in the text of the section 'id'");
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", value = {
            "> Right: 60 days => 16: the deadline '60 days' does not stand in the section 'id'",
            "> Right: 5 days | other => 16: the section 'other' is not in this policy",
            "> Confidential: no sentence => 16: is not of the form '> Right: 60 days | section-id' or '> Confidential: A sentence.'",
            "> Right: => 16: is not of the form '> Right: 60 days | section-id' or '> Confidential: A sentence.'"})
    void refuses_a_duty_that_does_not_hold(String mark, String message) throws Exception {
        refused(PolicyText.valid().body("## Title {#id}\n\nReport it within 5 days.\n\n" + mark + "\n"),
                "01-cards.md:" + message);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", value = {
            "> Together: 5 days => 16: is not of the form '> Together: words of one sentence | words of another'; two or three sentences can be told together",
            "> Together: 5 days | 9 days => 16: '9 days' must stand in exactly one sentence of the section 'id', and each part in another one",
            "> Together: 5 days | eport => 16: 'eport' must stand in exactly one sentence of the section 'id', and each part in another one",
            "> Together: 5 days | within => 16: 'within' must stand in exactly one sentence of the section 'id', and each part in another one"})
    void refuses_sentences_to_be_told_together_that_are_not_there(String mark, String message) throws Exception {
        refused(PolicyText.valid()
                .body("## Title {#id}\n\nReport it within 5 days. Reporting later costs more.\n\n" + mark + "\n"),
                "01-cards.md:" + message);
    }

    @Test
    void refuses_a_second_line_of_sentences_to_be_told_together() throws Exception {
        String mark = "> Together: 5 days | later\n";
        refused(PolicyText.valid().body(
                "## Title {#id}\n\nReport it within 5 days. Reporting later costs more.\n\n" + mark + mark),
                "01-cards.md:17: a section has at most one line '> Together:'");
    }

    @Test
    void refuses_front_matter_that_is_not_there_or_never_ends() throws Exception {
        refused(Files.writeString(folder.resolve("01-a.md"), "# Title\n"),
                "01-a.md:1: begins without front matter; the first line must be ---");
        refused(Files.writeString(folder.resolve("01-a.md"), ""),
                "01-a.md:1: begins without front matter; the first line must be ---");
        refused(Files.writeString(folder.resolve("01-a.md"), "---\nid: a\n"),
                "01-a.md:1: the front matter has no end; put a line --- after its last field");
        refused(Files.writeString(folder.resolve("01-a.md"), "---\n- id\n---\n"),
                "01-a.md:2: a list of 'name: value' lines is expected here");
    }

    @Test
    void refuses_broken_yaml_with_its_line() throws Exception {
        Path file = PolicyText.valid().with("owner", "\"open").in(folder, "01-cards.md");

        assertThatExceptionOfType(PolicyException.class).isThrownBy(() -> new PolicyReader().read(file))
                .withMessageMatching("01-cards\\.md:\\d+: is not valid YAML: .*")
                .satisfies(e -> assertThat(e.line()).isBetween(7, 9));
    }

    @Test
    void refuses_bytes_that_are_not_utf_8() throws Exception {
        byte[] latin = PolicyText.valid().body("## Title {#id}\n\nA caf\u00E9.\n").toString()
                .getBytes(StandardCharsets.ISO_8859_1);

        refused(Files.write(folder.resolve("01-cards.md"), latin),
                "01-cards.md:14: is not UTF-8 text; save the file with the encoding UTF-8");
        refused(Files.write(folder.resolve("01-cards.md"), new byte[]{(byte) 0xC3}),
                "01-cards.md:1: is not UTF-8 text; save the file with the encoding UTF-8");
    }

    @Test
    void refuses_control_characters() throws Exception {
        refused(PolicyText.valid().body("## Title {#id}\n\nOne\u0007.\n"),
                "01-cards.md:14: holds the control character U+0007");
    }

    @Test
    void refuses_what_is_no_plain_file_of_a_sensible_size() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("01-link.md"),
                PolicyText.valid().in(folder, "01-cards.md"));
        refused(link, "01-link.md: is a symbolic link; put the file itself into the folder");

        refused(Files.createDirectory(folder.resolve("02-folder.md")), "02-folder.md: is not a file");
        refused(folder.resolve("03-none.md"), "03-none.md: does not exist");

        Path huge = Files.writeString(folder.resolve("04-huge.md"), "x".repeat((1 << 20) + 1));
        refused(huge, "04-huge.md: is larger than 1 MB; divide it into several policies");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "**a ", "> ", "- ", "[", "`", "<", "_a ", "#"})
    void survives_deep_nesting(String opening) throws Exception {
        String body = "## Title {#id}\n\n" + opening.repeat(3_900 / opening.length() / 2) + "a" + "*".repeat(1_900)
                + ".\n";
        Path file = PolicyText.valid().body(body).in(folder, "01-cards.md");
        readOrRefuse(file);
    }

    @Test
    void refuses_more_than_a_page_without_an_empty_line() throws Exception {
        refused(PolicyText.valid().body("## Title {#id}\n\n" + "One sentence.\n".repeat(400)),
                "01-cards.md:321: more than 4000 characters without an empty line; divide the text");
    }

    /** Every damage ends in a policy or in a refusal, never in another exception. */
    @Test
    void survives_random_damage() throws Exception {
        Random random = new Random(7);
        byte[] good = Files.readAllBytes(Path.of("policies/07-transfers.md"));
        for (int round = 0; round < 400; round++) {
            byte[] damaged = good.clone();
            for (int i = 0; i < 1 + random.nextInt(6); i++) {
                String signs = "\n#>-*{}|:'\"[]&!%@`\u0000\u00FF ";
                damaged[random.nextInt(round % 2 == 0 ? 700 : damaged.length)] = (byte) signs
                        .charAt(random.nextInt(signs.length()));
            }
            readOrRefuse(Files.write(folder.resolve("01-cards.md"), damaged));
        }
    }

    private static void readOrRefuse(Path file) {
        try {
            assertThat(new PolicyReader().read(file).sections()).isNotEmpty();
        } catch (PolicyException e) {
            assertThat(e).hasMessageStartingWith("01-cards.md:");
        }
    }
}
