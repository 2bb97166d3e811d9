package bankassistant.lab.pii;

import bankassistant.lab.pii.MarkedText.Mark;
import bankassistant.model.TextTokens;
import bankassistant.model.TokenTagger;
import java.util.Arrays;

/** The tags of a marked text's tokens. */
final class Tags {

    private static final int UNCOUNTED = -1;

    private Tags() {}

    /** For each token its tag, as {@link TokenTagger#TYPES} numbers them; -1 for those that stand for no part of the text. */
    static int[] of(MarkedText text, TextTokens tokens) {
        int[] tags = new int[tokens.length()];
        Arrays.fill(tags, UNCOUNTED);
        for (int i = 0; i < tags.length; i++) {
            if (tokens.words()[i] >= 0) {
                tags[i] = 0;
            }
        }
        for (Mark mark : text.marks()) {
            int begin = 2 * TokenTagger.TYPES.indexOf(mark.type()) + 1;
            boolean begun = false;
            for (int i = 0; i < tags.length; i++) {
                if (tags[i] == 0 && tokens.starts()[i] < mark.end() && tokens.ends()[i] > mark.start()) {
                    tags[i] = begun ? begin + 1 : begin;
                    begun = true;
                }
            }
        }
        return tags;
    }
}
