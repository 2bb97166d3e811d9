package bankassistant.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchTest {

    @TempDir
    private Path folder;

    private final Cli cli = new Cli();

    @Test
    void answers_the_lines_in_order_under_their_ids() throws IOException {
        assertThat(run("""
                {"id": "a", "text": "First?"}

                {"id": 2, "text": "Second?", "note": "ignored"}
                """)).isZero();

        assertThat(cli.chat.questions()).containsExactly("First?", "Second?");
        assertThat(cli.objects()).extracting(json -> json.get("id").toString()).containsExactly("\"a\"", "2");
    }

    @Test
    void reports_lines_it_cannot_answer_and_answers_the_others() throws IOException {
        assertThat(run("""
                {"id": 1, "text": "First?"}
                not json
                [1]
                {"text": "no id"}
                {"id": 5}
                {"id": 6, "text": " "}
                {"id": 7, "text": "boom"}
                {"id": 8, "text": "x", "conversation": {}}
                {"id": 9, "text": "x"} {"id": 10}
                {"id": 11, "text": "Last?"}
                """)).isEqualTo(1);

        assertThat(cli.objects()).hasSize(10);
        assertThat(cli.objects()).filteredOn(json -> json.has("error")).extracting(json -> json.get("line").intValue())
                .containsExactly(2, 3, 4, 5, 6, 7, 8, 9);
        assertThat(cli.objects()).filteredOn(json -> json.has("error")).extracting(json -> json.get("id").toString())
                .containsExactly("null", "null", "null", "5", "6", "7", "8", "null");
        assertThat(cli.objects().getLast().get("id").intValue()).isEqualTo(11);
        assertThat(cli.screen.out()).doesNotContain("secret");
    }

    @Test
    void survives_a_line_that_is_no_text_and_one_without_bounds() throws IOException {
        byte[] good = "{\"id\": 3, \"text\": \"Last?\"}".getBytes(StandardCharsets.UTF_8);
        byte[] all = new byte[Utf8.MOST_BYTES + 5 + good.length];
        all[0] = (byte) 0xFF;
        all[1] = '\n';
        all[Utf8.MOST_BYTES + 4] = '\n';
        System.arraycopy(good, 0, all, Utf8.MOST_BYTES + 5, good.length);
        Path file = folder.resolve("batch.jsonl");
        Files.write(file, all);

        assertThat(cli.run("ask", "--json", "--batch", file.toString())).isEqualTo(1);
        assertThat(cli.objects()).extracting(json -> json.path("error").asText()).containsExactly("not UTF-8",
                "longer than 4 MB", "");
    }

    @Test
    void lines_of_one_conversation_share_their_placeholders() throws IOException {
        run("""
                {"id": 1, "text": "One?", "conversation": "visit"}
                {"id": 2, "text": "Two?"}
                {"id": 3, "text": "Three?", "conversation": "visit"}
                """);

        var conversations = cli.chat.conversations();
        assertThat(conversations.get(0)).isSameAs(conversations.get(2)).isNotSameAs(conversations.get(1));
    }

    @Test
    void forgets_the_values_at_the_end() throws IOException {
        run("{\"id\": 1, \"text\": \"One?\", \"conversation\": \"visit\"}");

        var placeholders = cli.chat.conversations().getFirst().placeholders();
        assertThat(placeholders.reveal("[PERSON_1]")).isEqualTo("[PERSON_1]");
    }

    @Test
    void prints_an_answer_before_it_reads_the_next_line() throws IOException {
        byte[] lines = "{\"id\": 1, \"text\": \"One?\"}\n{\"id\": 2, \"text\": \"Two?\"}\n"
                .getBytes(StandardCharsets.UTF_8);
        InputStream watched = new InputStream() {
            private int position;

            @Override
            public int read() {
                if (position > 0 && position < lines.length && lines[position - 1] == '\n') {
                    assertThat(cli.screen.lines()).hasSize(1);
                }
                return position < lines.length ? lines[position++] : -1;
            }
        };
        var output = new JsonBatchOutput(cli.screen.streams().out(), new AnswerJson(false));

        assertThat(new Batch(cli.chat, output).run(watched)).isTrue();
        assertThat(cli.screen.lines()).hasSize(2);
    }

    @Test
    void reads_standard_input_with_a_byte_order_mark() {
        cli.screen.typing("\uFEFF{\"id\": 1, \"text\": \"One?\"}");

        assertThat(cli.run("ask", "--json", "--batch", "-")).isZero();
        assertThat(cli.chat.questions()).containsExactly("One?");
    }

    @Test
    void prints_for_people_without_json() throws IOException {
        Path file = Files.writeString(folder.resolve("batch.jsonl"), "{\"id\": \"a\", \"text\": \"One?\"}\nwrong\n");

        assertThat(cli.run("ask", "--batch", file.toString())).isEqualTo(1);
        assertThat(cli.screen.lines()).startsWith("[a]",
                "Ada Lovelace, this holds: Report it within two business days.");
        assertThat(cli.screen.err()).startsWith("Line 2: not a JSON object");
    }

    @Test
    void refuses_a_missing_file_and_a_folder() {
        assertThat(cli.run("ask", "--batch", folder.resolve("none").toString())).isEqualTo(1);
        assertThat(cli.run("ask", "--batch", folder.toString())).isEqualTo(1);

        assertThat(cli.screen.err()).contains("There is no file").contains("is a folder");
        assertThat(cli.opened).isEmpty();
    }

    private int run(String lines) throws IOException {
        Path file = Files.writeString(folder.resolve("batch.jsonl"), lines);
        return cli.run("ask", "--json", "--batch", file.toString());
    }
}
