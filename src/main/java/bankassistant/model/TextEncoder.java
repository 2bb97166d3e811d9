package bankassistant.model;

import java.util.List;

/** Turns text into vectors whose dot product tells how close two texts are in meaning. Safe for several threads. */
public interface TextEncoder extends AutoCloseable {

    /** The length of a vector. */
    int dimension();

    /** SHA-256 over the weights, lower-case hexadecimal: vectors of another hash can't be compared. */
    String sha256();

    /**
     * The vectors of passages, each of length 1 (L2). Text beyond the encoder's context (512 tokens) is cut off.
     *
     * @return one vector for each text, in order
     */
    List<float[]> encodePassages(List<String> texts);

    /** The vector of a question, with the encoder's retrieval instruction before it. */
    float[] encodeQuestion(String text);

    /**
     * Whether a word is in the encoder's vocabulary as a whole; other words are read as pieces, misspelled ones badly.
     *
     * @param word in lower case, without spaces
     */
    boolean knows(String word);

    @Override
    void close();
}
