package bankassistant.model;

/** Turns each token of a text into a vector that tells what it means where it stands. Safe for several threads. */
public interface TokenEncoder {

    /**
     * One vector of length 1 (L2) for each token, in order, without the marks at both ends. Text beyond the encoder's
     * context (512 tokens) is cut off.
     *
     * @return {@code [tokens][dimension]}; empty for a text without tokens
     */
    float[][] tokenVectors(String text);
}
