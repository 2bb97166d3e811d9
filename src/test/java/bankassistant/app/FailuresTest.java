package bankassistant.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import bankassistant.answering.FigureCheck;
import bankassistant.answering.Writer;
import bankassistant.chat.Chat;
import bankassistant.chat.ChatService;
import bankassistant.chat.Conversation;
import bankassistant.chat.QuestionException;
import bankassistant.model.ModelFileException;
import bankassistant.policy.PolicyException;
import bankassistant.lab.training.TrainingException;
import bankassistant.privacy.Masker;
import bankassistant.retrieval.EvidenceFinder;
import bankassistant.understanding.Understanders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.logging.ConsoleHandler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class FailuresTest {

    @Test
    void repeats_what_was_written_for_people() {
        assertThat(Failures.of(new QuestionException("Please type a question.")).message())
                .isEqualTo("Please type a question.");
        assertThat(Failures.of(new ModelFileException(Path.of("a/b.gguf"), "token_embd.weight", "cut short")).message())
                .startsWith("A model file can't be used: b.gguf, token_embd.weight: cut short.");
    }

    @Test
    void tells_which_line_of_a_policy_to_correct() {
        var refused = new PolicyException(Path.of("policies/03-deposit-accounts.md"), 7,
                "the effective date '2026-13-01' is not a date (YYYY-MM-DD)");

        Failures.Failure failure = Failures.of(new UncheckedIOException(refused));
        assertThat(failure.message()).isEqualTo("A policy can't be used: 03-deposit-accounts.md:7: the effective date "
                + "'2026-13-01' is not a date (YYYY-MM-DD). Correct the file and try again.");
    }

    @Test
    void tells_that_a_stage_failed_in_the_words_meant_for_the_person() {
        EvidenceFinder broken = _ -> {
            throw new IllegalStateException("secret");
        };
        Chat chat = new ChatService(Masker.ofForms(), Understanders.TRUSTING, _ -> Optional.empty(), broken,
                Writer.NONE, new FigureCheck());
        Throwable unanswered = catchThrowable(
                () -> chat.answer(new Conversation("c"), "What?", _ -> {}, Chat.Cancel.NEVER));

        Failures.Failure failure = Failures.of(unanswered);
        assertThat(failure.message()).startsWith("The policies could not be searched. Try again").contains("(error ")
                .doesNotContain("secret");
    }

    @Test
    void repeats_why_a_training_stopped_and_keeps_what_its_cause_says_to_the_log() {
        assertThat(
                Failures.of(new TrainingException("The loss is no number any more. Lower --learning-rate.")).message())
                .isEqualTo("The loss is no number any more. Lower --learning-rate.");
        assertThat(Failures.of(new TrainingException("The checkpoint could not be written.",
                new IllegalStateException("secret"))).message())
                .startsWith("The checkpoint could not be written. (error ").doesNotContain("secret");
    }

    @Test
    void looks_behind_wrappers() {
        var wrapped = new CompletionException(new UncheckedIOException(new AccessDeniedException("/data/x")));

        assertThat(Failures.of(wrapped).sentence()).isEqualTo("A file can't be used: /data/x, access is denied.");
    }

    @Test
    void names_a_full_and_a_read_only_disk() {
        assertThat(Failures.of(new IOException("No space left on device")).sentence()).contains("the disk is full");
        assertThat(Failures.of(new FileSystemException("x", null, "Read-only file system")).sentence())
                .contains("x, the disk is read-only");
    }

    @Test
    void hides_the_words_of_the_unexpected_behind_a_code_that_stays() {
        Failures.Failure failure = Failures.of(unexpected("first secret"));

        assertThat(failure.message()).doesNotContain("secret").contains("(error " + failure.code().orElseThrow());
        assertThat(Failures.of(unexpected("second secret")).code()).isEqualTo(failure.code());
        assertThat(Failures.of(new IllegalStateException("elsewhere")).code()).isNotEqualTo(failure.code());
        assertThat(failure.exitCode()).isEqualTo(1);
    }

    @Test
    void logs_the_place_but_not_the_words(@TempDir Path folder) throws IOException {
        Logging.to(folder);
        Failures.Failure failure = Failures.of(unexpected("a secret"));
        LoggerFactory.getLogger("test").info("too small to keep");

        assertThat(Files.readString(folder.resolve("assistant.log")))
                .contains("error " + failure.code().orElseThrow(), "IllegalArgumentException",
                        "FailuresTest.unexpected")
                .doesNotContain("secret", "too small");
    }

    @Test
    void what_libraries_log_elsewhere_does_not_reach_the_screen(@TempDir Path folder) {
        java.util.logging.Logger others = java.util.logging.Logger.getLogger("");
        others.addHandler(new ConsoleHandler());

        Logging.to(folder);

        assertThat(others.getHandlers()).isEmpty();
    }

    private static Exception unexpected(String words) {
        return new IllegalArgumentException(words);
    }
}
