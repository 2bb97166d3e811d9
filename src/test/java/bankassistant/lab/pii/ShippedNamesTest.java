package bankassistant.lab.pii;

import static org.assertj.core.api.Assertions.assertThat;

import bankassistant.model.ModelManifest;
import bankassistant.model.torch.TorchEncoder;
import bankassistant.model.torch.TorchThread;
import bankassistant.model.weights.BertConfig;
import bankassistant.model.weights.HeadAdapter;
import bankassistant.privacy.Masker;
import bankassistant.privacy.NameFinder;
import bankassistant.privacy.Placeholders;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The finder of names that is shipped does what its model card says. */
class ShippedNamesTest {

    @TempDir
    private static Path cache;
    private static TorchThread thread;
    private static TorchEncoder encoder;
    private static NameFinder finder;

    @BeforeAll
    static void open() throws IOException {
        Path models = Path.of("models");
        ModelManifest manifest = ModelManifest.read(models);
        Path weights = manifest.verified("banking_pii/adapter_model.safetensors");
        manifest.verified("banking_pii/head.safetensors");
        thread = new TorchThread(2);
        encoder = TorchEncoder.open(thread, cache);
        finder = new NameFinder(encoder.tagger(HeadAdapter.open(weights.getParent(), BertConfig.BGE_SMALL)));
    }

    @AfterAll
    static void close() {
        encoder.close();
        thread.close();
    }

    @Test
    void it_finds_names_in_messages_of_other_templates_and_other_names() throws IOException {
        Path file = Path.of("src/test/resources/bankassistant/privacy/names-evaluation.jsonl");
        NameScores scores = MeasureNames.scores(finder, MeasureNames.read(file), new ArrayList<>());
        System.out.println(scores);
        assertThat(scores.f2()).isGreaterThan(0.925);
        assertThat(scores.touched()).isLessThan(0.06);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Will my check clear in May?", "Please mark the card as lost", "grant me a loan",
            "How do I set up a bill payment?", "Can I use Apple Pay, Zelle or Visa?", "Is Larkmere Bank insured?",
            "I am moving my money from Chase to you", "not a penny more", "Are there ATMs in Chicago?",
            "my name is wrong on the account", "please update my address"})
    void words_that_are_names_elsewhere_stay(String text) {
        assertThat(finder.find(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"what is <maria>'s balance", "<Bob Lee>, <Ann Ray> and <Li Wei> are the signers",
            "MY NAME IS <GUADALUPE ORTEGA> AND I LOST MY CARD", "<o'brien>’s card was declined",
            "thanks, <Jean-Luc>.", "send it to <12 Elm Street, Apt 4, Springfield, IL 62704> please",
            "Mr. <Nguyen> wants to close his account", "my daughter <Penny> wants a card"})
    void names_end_where_they_end(String marked) {
        String text = marked.replaceAll("[<>]", "");
        List<String> expected = Pattern.compile("<(.*?)>").matcher(marked).results()
                .map(match -> match.group(1)).toList();
        assertThat(finder.find(text)).extracting(found -> text.substring(found.start(), found.end()))
                .isEqualTo(expected);
    }

    @Test
    void masking_a_masked_message_changes_nothing() throws IOException {
        Masker masker = Masker.ofForms().with(finder);
        Path file = Path.of("src/test/resources/bankassistant/privacy/names-evaluation.jsonl");
        for (MarkedText text : MeasureNames.read(file).subList(0, 300)) {
            Placeholders placeholders = new Placeholders();
            String once = masker.mask(text.text(), placeholders).value();
            assertThat(masker.mask(once, placeholders).value()).isEqualTo(once);
        }
    }
}
