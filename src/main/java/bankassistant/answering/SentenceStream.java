package bankassistant.answering;

import bankassistant.policy.Sentences;
import java.util.List;

/** The sentences of a text that arrives in pieces. */
final class SentenceStream {

    private final StringBuilder text = new StringBuilder();
    private final SentenceListener listener;
    private int given;
    private boolean wanted = true;

    SentenceStream(SentenceListener listener) {
        this.listener = listener;
    }

    /** @return whether more is wanted */
    boolean add(String piece) {
        text.append(piece);
        // a sentence is finished where the next one begins
        return give(Sentences.of(text.toString().strip()), 1);
    }

    void end() {
        give(Sentences.of(text.toString().strip()), 0);
    }

    private boolean give(List<String> sentences, int unfinished) {
        while (wanted && given < sentences.size() - unfinished) {
            wanted = listener.onSentence(sentences.get(given));
            given++;
        }
        return wanted;
    }
}
