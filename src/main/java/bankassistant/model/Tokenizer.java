package bankassistant.model;

/** Text to token ids and back. Safe for use by several threads. */
public interface Tokenizer extends AutoCloseable {

    /** The ids of plain text; a special token spelled out in it becomes ordinary tokens. Nothing is added around it. */
    int[] encode(String text);

    /** The ids of trusted text, such as a chat template's, in which special tokens are read as such. */
    int[] encodeWithSpecialTokens(String text);

    /** The text of ids, special tokens included; bytes that are not valid UTF-8 become U+FFFD. */
    String decode(int[] ids);

    /** The bytes one token stands for: a token may hold part of a character only. */
    byte[] bytes(int id);

    int vocabularySize();

    @Override
    void close();
}
