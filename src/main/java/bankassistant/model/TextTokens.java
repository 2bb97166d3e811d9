package bankassistant.model;

/**
 * A text's tokens and where they stand in it. All arrays are of one length.
 *
 * @param ids    of the tokens, with those that begin and end a text
 * @param starts UTF-16 offsets of their first characters; 0 for a token that stands for no part of the text
 * @param ends   UTF-16 offsets behind their last characters; as {@code starts} where the token stands for no part
 * @param words  the number of the word that a token is a piece of, growing from 0; -1 where it stands for no part
 */
public record TextTokens(int[] ids, int[] starts, int[] ends, int[] words) {

    public TextTokens {
        if (starts.length != ids.length || ends.length != ids.length || words.length != ids.length) {
            throw new IllegalArgumentException("tokens, offsets and words are not as many");
        }
    }

    public int length() {
        return ids.length;
    }
}
