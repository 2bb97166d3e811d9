package bankassistant.lab.heads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import bankassistant.lab.training.Checkpoints;
import bankassistant.lab.training.TrainingListener;
import bankassistant.lab.training.TrainingPlan;
import bankassistant.lab.training.TrainingProgress;
import bankassistant.model.MessageHeads;
import bankassistant.model.ModelFileException;
import bankassistant.model.torch.TorchEncoder;
import bankassistant.model.torch.TorchThread;
import bankassistant.model.training.LowRank;
import bankassistant.model.weights.BertConfig;
import bankassistant.model.weights.HeadAdapter;
import bankassistant.model.words.WordHead;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A head that was trained and saved scores in the product as it did in training. */
class SavedHeadTest {

    private static final List<String> TEXTS = List.of("my card is gone", "is it sunny", "somebody stole my card",
            "will it rain tomorrow in the mountains", "card lost", "what a storm");
    private static final LabelledTexts LABELLED = new LabelledTexts(List.of("card", "weather"), TEXTS,
            List.of(0, 1, 0, 1, 0, 1));

    @TempDir
    private static Path folder;
    private static TorchThread thread;
    private static float[][] inTraining;

    @BeforeAll
    static void trainTwoHeads() throws Exception {
        thread = new TorchThread(2);
        for (int member = 1; member <= 2; member++) {
            TrainingPlan plan = TrainingPlan.defaults().withEpochs(8).withBatches(3, 1000, 1).withSeed(member);
            LowRank adapters = new LowRank(member + 1, 4, Set.of("query", "dense"));
            HeadRecipe recipe = new HeadRecipe(adapters, HeadRecipe.intents().regularization(), plan);
            try (HeadTraining training = new HeadTraining(HeadTraining.Network.encoder(thread), recipe, LABELLED)) {
                training.run(new Checkpoints(folder.resolve("checkpoints-" + member)), false, new Silent());
                training.save(folder.resolve("topic-" + member));
                inTraining = training.logits(TEXTS);
            }
        }
    }

    @AfterAll
    static void stop() {
        thread.close();
    }

    @Test
    void withTheSameLogitsForOneHead() throws IOException {
        try (TorchEncoder encoder = encoder(); MessageHeads heads = encoder.heads(List.of(head("topic-2")))) {
            List<Map<String, float[]>> scores = heads.score(TEXTS);
            for (int i = 0; i < TEXTS.size(); i++) {
                float[] logits = scores.get(i).get("topic");
                // products of a training may be in bfloat16
                assertThat(logits[0] - logits[1]).as(TEXTS.get(i)).isCloseTo(inTraining[i][0] - inTraining[i][1],
                        within(0.1f));
            }
        }
    }

    @Test
    void andRightlyInAnEnsemble() throws IOException {
        try (TorchEncoder encoder = encoder();
                MessageHeads heads = encoder.heads(List.of(head("topic-1"), head("topic-2")))) {
            List<Map<String, float[]>> scores = heads.score(TEXTS);
            for (int i = 0; i < TEXTS.size(); i++) {
                float[] logs = scores.get(i).get("topic");
                assertThat(logs[LABELLED.labels().get(i)]).isGreaterThan(logs[1 - LABELLED.labels().get(i)]);
                assertThat(Math.exp(logs[0]) + Math.exp(logs[1])).isCloseTo(1, within(1e-4));
            }
        }
    }

    @Test
    void alsoWhereItStandsOnTheBareEncoderBesideAnAdapter() throws Exception {
        try (TorchEncoder encoder = encoder()) {
            float[][] learned;
            try (LearnedHead head = FittedHead.onEncoder(encoder).learn(LABELLED, folder, new Silent())) {
                head.save(folder.resolve("bare"));
                learned = head.logits(TEXTS);
            }
            MessageHeads heads = encoder.heads(List.of(head("topic-1"), head("bare")));
            List<Map<String, float[]>> scores = heads.score(TEXTS);
            for (int i = 0; i < TEXTS.size(); i++) {
                assertThat(scores.get(i).get("bare")).as(TEXTS.get(i)).containsExactly(learned[i], within(1e-3f));
                assertThat(CrossValidation.likeliest(learned[i])).isEqualTo(LABELLED.labels().get(i));
            }
        }
    }

    @Test
    void andOnWords() throws Exception {
        float[][] learned;
        try (LearnedHead head = FittedHead.onWords().learn(LABELLED, folder, new Silent())) {
            head.save(folder.resolve("words"));
            learned = head.logits(TEXTS);
        }
        try (TorchEncoder encoder = encoder(); MessageHeads heads = encoder.heads(List.of(head("words")))) {
            List<Map<String, float[]>> scores = heads.score(TEXTS);
            for (int i = 0; i < TEXTS.size(); i++) {
                // weights are written in half precision
                assertThat(scores.get(i).get("words")).as(TEXTS.get(i)).containsExactly(learned[i], within(0.02f));
            }
        }
    }

    @Test
    void butIsRefusedWithoutItsAdaptersConfiguration() throws IOException {
        Path damaged = only("head.safetensors", "adapter_model.safetensors");
        assertThatThrownBy(() -> HeadAdapter.open(damaged, BertConfig.BGE_SMALL))
                .isInstanceOf(ModelFileException.class).hasMessageContaining("adapter_config.json");
    }

    @Test
    void orWithAnotherHeadsWords() throws Exception {
        for (int count : List.of(2, 4)) {
            int[] some = IntStream.range(0, count).toArray();
            try (LearnedHead head = FittedHead.onWords().learn(LABELLED.only(some), folder, new Silent())) {
                head.save(folder.resolve("of-" + count));
            }
        }
        Files.copy(folder.resolve("of-2/words.txt"), folder.resolve("of-4/words.txt"),
                StandardCopyOption.REPLACE_EXISTING);
        assertThatThrownBy(() -> WordHead.open(folder.resolve("of-4"))).isInstanceOf(ModelFileException.class)
                .hasMessageContaining("head.safetensors");
    }

    @Test
    void andLeavesTheEncodersVectorsAsTheyWere() throws IOException {
        try (TorchEncoder bare = encoder(); TorchEncoder adapted = encoder()) {
            adapted.heads(List.of(head("topic-1"))).score(TEXTS);
            assertThat(adapted.encodeQuestion(TEXTS.getFirst())).containsExactly(bare.encodeQuestion(TEXTS.getFirst()),
                    within(1e-5f));
        }
    }

    @Test
    void butIsRefusedWithoutItsHead() throws IOException {
        Path headless = only("adapter_config.json", "adapter_model.safetensors");
        assertThatThrownBy(() -> HeadAdapter.open(headless, BertConfig.BGE_SMALL))
                .isInstanceOf(ModelFileException.class)
                .hasMessageContaining("head.safetensors");
    }

    /** A folder with no other files of a head than these. */
    private static Path only(String... names) throws IOException {
        Path some = Files.createTempDirectory(folder, "some");
        for (String name : names) {
            Files.copy(folder.resolve("topic-1").resolve(name), some.resolve(name));
        }
        return some;
    }

    private static TorchEncoder encoder() throws IOException {
        return TorchEncoder.open(thread, folder.resolve("cache"));
    }

    private static Path head(String name) {
        return folder.resolve(name);
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
