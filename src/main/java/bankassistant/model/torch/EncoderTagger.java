package bankassistant.model.torch;

import bankassistant.model.ModelFileException;
import bankassistant.model.TextTokens;
import bankassistant.model.TokenTagger;
import bankassistant.model.tagging.TagDecoder;
import bankassistant.model.tagging.Windows;
import bankassistant.model.tagging.Windows.Window;
import bankassistant.model.weights.HeadAdapter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A head of tags on every token of an encoder, with its adapter. */
final class EncoderTagger implements TokenTagger {

    /** Windows of one pass: more need memory, and gain nothing. */
    private static final int TOGETHER = 8;

    private final TorchEncoder encoder;

    /** Adds the adapter to the encoder's network. On the encoder's thread. */
    EncoderTagger(TorchEncoder encoder, TorchScript network, HeadAdapter adapter) throws ModelFileException {
        if (adapter.classes() != TAGS) {
            throw new ModelFileException(Path.of(adapter.name()), "classifier.weight",
                    "has " + adapter.classes() + " tags, not " + TAGS);
        }
        this.encoder = encoder;
        EncoderAdapters.add(network, List.of(adapter), "add_tag_adapter", "add_tag_head");
    }

    @Override
    public List<Tagged> tag(String text) {
        if (text.isBlank()) {
            return List.of();
        }
        List<Window> windows = Windows.of(text);
        List<List<Tagged>> found = new ArrayList<>();
        for (int from = 0; from < windows.size(); from += TOGETHER) {
            List<Window> some = windows.subList(from, Math.min(windows.size(), from + TOGETHER));
            List<TextTokens> tokens = some.stream().map(window -> encoder.tokens(window.text())).toList();
            List<float[][]> logits = encoder.tagLogits(tokens);
            for (int i = 0; i < some.size(); i++) {
                found.add(TagDecoder.places(some.get(i).text(), tokens.get(i), logits.get(i)));
            }
        }
        return Windows.joined(windows, found);
    }
}
