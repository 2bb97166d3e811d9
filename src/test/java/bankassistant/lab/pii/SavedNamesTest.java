package bankassistant.lab.pii;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import bankassistant.lab.heads.HeadRecipe;
import bankassistant.lab.pii.MarkedText.Mark;
import bankassistant.lab.training.Checkpoints;
import bankassistant.lab.training.TrainingListener;
import bankassistant.lab.training.TrainingPlan;
import bankassistant.lab.training.TrainingProgress;
import bankassistant.model.ModelFileException;
import bankassistant.model.TokenTagger;
import bankassistant.model.torch.TorchEncoder;
import bankassistant.model.torch.TorchThread;
import bankassistant.model.training.LowRank;
import bankassistant.model.weights.BertConfig;
import bankassistant.model.weights.HeadAdapter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A finder that was trained and saved finds in the product what it was taught. */
class SavedNamesTest {

    private static final List<String> NAMES = List.of("Maria", "Peter Miller", "Anna Schmidt", "José", "Laura",
            "Ahmed");
    private static final List<String> FRAMES = List.of("my name is %s", "please call %s now", "%s lost a card");

    @TempDir
    private static Path folder;
    private static TorchThread thread;

    @BeforeAll
    static void train() throws Exception {
        thread = new TorchThread(2);
        TrainingPlan plan = TrainingPlan.defaults().withEpochs(30).withBatches(6, 1000, 1);
        try (NameTraining training = new NameTraining(thread, recipe(plan))) {
            training.run(texts(), new Checkpoints(folder.resolve("checkpoints")), false, new Silent());
            training.save(folder.resolve("names"));
        }
    }

    private static HeadRecipe recipe(TrainingPlan plan) {
        return HeadRecipe.names().withPlan(plan)
                .withAdapters(new LowRank(2, 4, Set.of("query", "value", "dense")));
    }

    @AfterAll
    static void stop() {
        thread.close();
    }

    private static List<MarkedText> texts() {
        List<MarkedText> texts = new ArrayList<>(List.of(new MarkedText("my card is lost", List.of()),
                new MarkedText("please close my account", List.of()), new MarkedText("what is the fee", List.of())));
        for (String name : NAMES) {
            for (String frame : FRAMES) {
                int start = frame.indexOf('%');
                texts.add(new MarkedText(frame.formatted(name),
                        List.of(new Mark("PERSON", start, start + name.length()))));
            }
        }
        return texts;
    }

    @Test
    void at_the_places_it_was_taught() throws IOException {
        try (TorchEncoder encoder = encoder()) {
            TokenTagger tagger = encoder.tagger(saved());
            for (MarkedText text : texts()) {
                assertThat(tagger.tag(text.text())).as(text.text())
                        .extracting(place -> new Mark(place.type(), place.start(), place.end()))
                        .isEqualTo(text.marks());
            }
        }
    }

    @Test
    void and_in_a_long_text_each_of_them_once() throws IOException {
        String text = "please call Peter Miller now. what is the fee? ".repeat(60);
        try (TorchEncoder encoder = encoder()) {
            assertThat(encoder.tagger(saved()).tag(text))
                    .extracting(place -> text.substring(place.start(), place.end())).filteredOn("Peter Miller"::equals)
                    .hasSize(60);
        }
    }

    @Test
    void and_leaves_the_encoders_vectors_as_they_were() throws IOException {
        try (TorchEncoder bare = encoder(); TorchEncoder adapted = encoder()) {
            adapted.tagger(saved()).tag("my name is Maria");
            assertThat(adapted.encodeQuestion("fee")).containsExactly(bare.encodeQuestion("fee"), within(1e-5f));
        }
    }

    @Test
    void a_training_goes_on_from_it() throws Exception {
        TrainingPlan plan = TrainingPlan.defaults().withEpochs(1).withBatches(6, 1000, 1)
                .withOptimizer(TrainingPlan.defaults().optimizer().withLearningRates(1e-9, 1e-9));
        try (NameTraining training = new NameTraining(thread, recipe(plan))) {
            training.startFrom(folder.resolve("names"));
            training.run(texts(), new Checkpoints(folder.resolve("more-checkpoints")), false, new Silent());
            training.save(folder.resolve("more"));
        }
        try (TorchEncoder encoder = encoder()) {
            TokenTagger tagger = encoder.tagger(HeadAdapter.open(folder.resolve("more"), BertConfig.BGE_SMALL));
            assertThat(tagger.tag("please call Peter Miller now")).hasSize(1);
        }
    }

    @Test
    void but_not_with_another_rank() throws IOException {
        HeadRecipe other = HeadRecipe.names().withAdapters(new LowRank(4, 4, Set.of("query", "value", "dense")));
        try (NameTraining training = new NameTraining(thread, other)) {
            assertThatThrownBy(() -> training.startFrom(folder.resolve("names")))
                    .isInstanceOf(ModelFileException.class).hasMessageContaining("shape");
        }
    }

    @Test
    void but_a_head_of_other_tags_is_refused() throws IOException {
        Path models = Path.of(System.getProperty("bankassistant.home", "."), "models");
        HeadAdapter scope = HeadAdapter.open(models.resolve("banking_intents/scope"), BertConfig.BGE_SMALL);
        try (TorchEncoder encoder = encoder()) {
            assertThatThrownBy(() -> encoder.tagger(scope)).isInstanceOf(ModelFileException.class)
                    .hasMessageContaining("tags");
        }
    }

    private static TorchEncoder encoder() throws IOException {
        return TorchEncoder.open(thread, folder.resolve("cache"));
    }

    private static HeadAdapter saved() throws ModelFileException {
        return HeadAdapter.open(folder.resolve("names"), BertConfig.BGE_SMALL);
    }

    private static final class Silent implements TrainingListener {

        @Override
        public void progress(TrainingProgress progress) {}

        @Override
        public void warning(String message) {
            throw new AssertionError(message);
        }
    }
}
