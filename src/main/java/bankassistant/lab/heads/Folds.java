package bankassistant.lab.heads;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Divides texts into parts in each of which every class is as frequent as in the whole, give or take one text. */
public final class Folds {

    private final int count;
    private final int[] foldOf;

    /**
     * @param count at least 2
     * @param seed  decides which text goes where
     */
    public Folds(LabelledTexts texts, int count, long seed) {
        if (count < 2 || count > texts.size()) {
            throw new IllegalArgumentException(texts.size() + " texts can't be divided into " + count + " folds");
        }
        this.count = count;
        foldOf = new int[texts.size()];
        Random random = new Random(seed);
        int next = 0;
        for (int label = 0; label < texts.classes().size(); label++) {
            List<Integer> places = new ArrayList<>();
            for (int i = 0; i < texts.size(); i++) {
                if (texts.labels().get(i) == label) {
                    places.add(i);
                }
            }
            Collections.shuffle(places, random);
            for (int place : places) {
                foldOf[place] = next++ % count;
            }
        }
    }

    public int count() {
        return count;
    }

    /** Where the texts of a fold stand. */
    public int[] inside(int fold) {
        return IntStream.range(0, foldOf.length).filter(i -> foldOf[i] == fold).toArray();
    }

    /** Where all other texts stand. */
    public int[] outside(int fold) {
        return IntStream.range(0, foldOf.length).filter(i -> foldOf[i] != fold).toArray();
    }
}
