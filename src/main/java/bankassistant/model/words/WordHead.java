package bankassistant.model.words;

import bankassistant.model.MessageHeads;
import bankassistant.model.ModelFileException;
import bankassistant.model.weights.HeadTensors;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A head that sorts texts by their words: a linear layer on the vector of a {@link Vocabulary}. Safe for several threads. */
public final class WordHead implements MessageHeads {

    private final String name;
    private final Vocabulary vocabulary;
    private final HeadTensors tensors;

    private WordHead(String name, Vocabulary vocabulary, HeadTensors tensors) {
        this.name = name;
        this.vocabulary = vocabulary;
        this.tensors = tensors;
    }

    /**
     * Reads a folder with {@code words.txt} and {@code head.safetensors}; its name is the head's.
     *
     * @throws ModelFileException naming the file, if the two don't fit each other
     */
    public static WordHead open(Path folder) throws ModelFileException {
        Vocabulary vocabulary = Vocabulary.read(folder);
        return new WordHead(folder.getFileName().toString(), vocabulary, HeadTensors.open(folder, vocabulary.size()));
    }

    @Override
    public List<Map<String, float[]>> score(List<String> texts) {
        return texts.stream().map(text -> Map.of(name, tensors.logits(vocabulary.vector(text)))).toList();
    }

    @Override
    public void close() {
        // holds nothing but memory
    }
}
