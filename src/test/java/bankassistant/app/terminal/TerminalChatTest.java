package bankassistant.app.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bankassistant.app.FakeChat;
import bankassistant.app.FakeParts;
import bankassistant.app.Screen;
import bankassistant.app.Streams;
import bankassistant.chat.Chat;
import bankassistant.policy.PolicyException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class TerminalChatTest {

    private static final String SOURCE = "  — Cards and transfers, Reporting a lost card (2026.1)";

    private final Screen screen = new Screen();
    private final FakeChat chat = new FakeChat();

    @Test
    void leaves_at_the_end_of_the_input_without_a_word() throws IOException {
        assertThat(run("")).isZero();

        assertThat(screen.out()).isEmpty();
        assertThat(screen.err()).isEmpty();
    }

    @Test
    void answers_each_line_and_names_the_source() throws IOException {
        assertThat(run("One?\n\n  Two?  \n")).isZero();

        assertThat(chat.questions()).containsExactly("One?", "Two?");
        assertThat(screen.lines()).containsExactly("Ada Lovelace, this holds: " + FakeChat.SENTENCE, SOURCE,
                FakeChat.TOPIC, "",
                "Ada Lovelace, this holds: " + FakeChat.SENTENCE, SOURCE, FakeChat.TOPIC, "");
    }

    @Test
    void a_number_chooses_among_the_meanings_of_a_vague_question() throws IOException {
        run(FakeChat.VAGUE + "\n1\n1\n");

        assertThat(screen.lines()).startsWith("Which one?", "  1  " + FakeChat.OPTION, "  2  Is it late?", "");
        assertThat(chat.questions()).containsExactly(FakeChat.VAGUE, FakeChat.OPTION, "1");
    }

    @Test
    void leaves_on_demand() throws IOException {
        run("/quit\nOne?\n");

        assertThat(chat.questions()).isEmpty();
    }

    @Test
    void forgets_the_conversation_before_a_new_one() throws IOException {
        run("One?\n/new\nTwo?\n");

        var before = chat.conversations().getFirst();
        assertThat(before).isNotSameAs(chat.conversations().getLast());
        assertThat(before.placeholders().reveal("[PERSON_1]")).isEqualTo("[PERSON_1]");
    }

    @Test
    void shows_the_last_sources_word_for_word() throws IOException {
        run("/sources\nOne?\n/sources\n/new\n/sources\n");

        assertThat(screen.lines()).containsSubsequence("There is no answer with sources yet.", SOURCE,
                "Cards and transfers, Reporting a lost card (version 2026.1)", "  “" + FakeChat.SENTENCE + "”",
                "There is no answer with sources yet.");
    }

    @Test
    void goes_on_after_a_failure() throws IOException {
        assertThat(run("boom\nOne?\n")).isZero();

        assertThat(screen.err()).contains("(error ").doesNotContain("secret", "\tat ");
        assertThat(screen.lines()).contains(SOURCE);
    }

    @Test
    void starts_again_after_a_failed_start_when_somebody_is_there_to_mend_it() throws IOException {
        assertThat(runInteractively("One?\nTwo?\n", failingOnce())).isZero();

        assertThat(screen.err()).contains("A policy can't be used: cards.md:3: no owner");
        assertThat(chat.questions()).containsExactly("Two?");
    }

    @Test
    void ends_at_a_failed_start_when_the_input_comes_from_a_file() {
        var streams = screen.typing("One?\nTwo?\n").streams();

        assertThatThrownBy(() -> new TerminalChat(streams, failingOnce()).run(new PipedLines(streams.in())))
                .hasMessageContaining("no owner");
    }

    private FakeParts failingOnce() {
        AtomicBoolean failed = new AtomicBoolean();
        return new FakeParts(chat) {
            @Override
            public Chat chat(Consumer<String> progress) {
                if (failed.compareAndSet(false, true)) {
                    throw new UncheckedIOException(new PolicyException(Path.of("cards.md"), 3, "no owner"));
                }
                return super.chat(progress);
            }
        };
    }

    /** The person begins to type once the first start has ended. */
    private int runInteractively(String input, FakeParts parts) throws IOException {
        Streams typed = screen.typing(input).streams();
        Streams streams = new Streams(typed.in(), typed.out(), typed.err(), true, false);
        return new TerminalChat(streams, parts).run(new PipedLines(streams.in()));
    }

    @Test
    void stops_an_answer_and_goes_on() throws IOException {
        Lines lines = new PipedLines(screen.typing("long\nOne?\n").streams().in()) {
            @Override
            public void stoppable(java.util.function.Consumer<bankassistant.chat.Chat.Cancel> task) {
                task.accept(() -> true);
            }
        };
        assertThat(new TerminalChat(screen.streams(), new FakeParts(chat)).run(lines)).isZero();

        assertThat(screen.err().strip()).isEqualTo("Stopped.");
        assertThat(chat.questions()).containsExactly("long", "One?");
    }

    @Test
    void helps_and_names_an_unknown_command() throws IOException {
        run("/help\n/nonsense One?\n");

        assertThat(screen.out()).contains("/new", "/sources", "/quit");
        assertThat(screen.err().strip()).isEqualTo("There is no such command; /help lists them.");
        assertThat(chat.questions()).isEmpty();
    }

    private int run(String input) throws IOException {
        var streams = screen.typing(input).streams();
        return new TerminalChat(streams, new FakeParts(chat)).run(new PipedLines(streams.in()));
    }
}
