package bankassistant.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bankassistant.lab.training.TrainingPlan;
import bankassistant.model.training.LowRank;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;

class TrainingOptionsTest {

    private static final TrainingPlan RECIPE = TrainingPlan.defaults();
    private static final LowRank ADAPTERS = new LowRank(32, 64, Set.of("q_proj"));

    @Command(name = "part")
    private static final class Part {

        @Mixin
        private TrainingOptions options;
    }

    private static TrainingOptions options(String... arguments) {
        Part part = new Part();
        new CommandLine(part).parseArgs(arguments);
        return part.options;
    }

    @Test
    void what_is_not_given_stays_as_the_recipe_has_it() {
        TrainingOptions options = options("--out", "result");

        assertThat(options.plan(RECIPE)).isEqualTo(RECIPE);
        assertThat(options.adapters(ADAPTERS)).isEqualTo(ADAPTERS);
        assertThat(options.resume()).isFalse();
        assertThat(options.threads()).isEqualTo(Runtime.getRuntime().availableProcessors());
        assertThat(options.checkpoints().folder()).isEqualTo(Path.of("result-checkpoints").toAbsolutePath());
    }

    @Test
    void what_is_given_changes_the_recipe() {
        TrainingOptions options = options("--out", "result", "--epochs", "5", "--seed", "7", "--checkpoint-every", "50",
                "--learning-rate", "1e-4", "--rank", "8", "--alpha", "16", "--targets", "k_proj,v_proj", "--checkpoint",
                "kept", "--resume", "--threads", "1", "--json");

        TrainingPlan expected = RECIPE.withEpochs(5).withSeed(7).withCheckpointEvery(50)
                .withOptimizer(RECIPE.optimizer().withLearningRates(1e-4, 5e-4));
        assertThat(options.plan(RECIPE)).isEqualTo(expected);
        assertThat(options.adapters(ADAPTERS))
                .isEqualTo(new LowRank(8, 16, Set.of("k_proj", "v_proj")));
        assertThat(options.checkpoints().folder()).isEqualTo(Path.of("kept"));
        assertThat(options.resume()).isTrue();
        assertThat(options.json()).isTrue();
        assertThat(options.threads()).isEqualTo(1);
    }

    @Test
    void impossible_values_are_wrong_use() {
        assertThatThrownBy(() -> options("--out", "x", "--epochs", "0").plan(RECIPE))
                .isInstanceOf(ParameterException.class).hasMessage("Wrong options: epochs can't be 0.");
        assertThatThrownBy(() -> options("--out", "x", "--learning-rate", "-1").plan(RECIPE))
                .isInstanceOf(ParameterException.class).hasMessageContaining("learning rate can't be -1.0");
        assertThatThrownBy(() -> options("--out", "x", "--rank", "0").adapters(ADAPTERS))
                .isInstanceOf(ParameterException.class).hasMessageContaining("rank 0");
        assertThatThrownBy(() -> options("--out", "x", "--threads", "0").threads())
                .isInstanceOf(ParameterException.class).hasMessageContaining("--threads must be 1 to ");
        assertThatThrownBy(() -> options()).isInstanceOf(ParameterException.class).hasMessageContaining("--out");
    }

    @Test
    void train_alone_names_what_can_be_trained() {
        CommandLine train = new CommandLine(new TrainCommand()).addSubcommand(new Part());
        train.setExecutionExceptionHandler((exception, _, _) -> {
            throw exception;
        });
        StringBuilder told = new StringBuilder();
        train.setParameterExceptionHandler((exception, _) -> {
            told.append(exception.getMessage());
            return 2;
        });

        assertThat(train.execute()).isEqualTo(2);
        assertThat(told.toString()).isEqualTo("Say what to train: part.");
    }
}
