package bankassistant.model.torch;

import static org.assertj.core.api.Assertions.assertThat;

import bankassistant.model.GenerationListener;
import bankassistant.model.GenerationOptions;
import bankassistant.model.LanguageSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ModelExtension.class)
class NativeMemoryTest {

    private static final GenerationOptions OPTIONS = GenerationOptions.greedy(2);

    private final TorchLanguageModel model;

    NativeMemoryTest(TestModels models) {
        model = models.int8();
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "resident memory is read from /proc")
    void closed_sessions_leave_no_native_memory() throws IOException {
        for (int i = 0; i < 3; i++) {
            Answers.fresh(model, Answers.prompt(i), OPTIONS);
        }
        long before = residentMegabytes();
        for (int i = 0; i < 30; i++) {
            Answers.fresh(model, Answers.prompt(i % 20), OPTIONS);
        }

        // thirty caches of 24 MB would be 700
        assertThat(residentMegabytes() - before).isLessThan(200);
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "resident memory is read from /proc")
    void a_session_does_not_grow_with_its_answers() throws IOException {
        try (LanguageSession session = model.open()) {
            session.generate(Answers.prompt(0), OPTIONS, GenerationListener.NONE);
            long before = residentMegabytes();
            for (int i = 0; i < 30; i++) {
                session.generate(Answers.prompt(i % 20), OPTIONS, GenerationListener.NONE);
            }

            assertThat(residentMegabytes() - before).isLessThan(100);
        }
    }

    @Test
    void an_answer_leaves_no_tensors_behind() {
        int before = model.decoder().manager().getManagedArrays().size();
        for (int i = 0; i < 5; i++) {
            Answers.fresh(model, Answers.prompt(i), OPTIONS);
        }

        assertThat(model.decoder().manager().getManagedArrays()).hasSize(before);
    }

    private static long residentMegabytes() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream().filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024).findFirst().orElseThrow();
    }
}
