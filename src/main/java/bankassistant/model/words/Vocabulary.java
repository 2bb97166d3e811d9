package bankassistant.model.words;

import bankassistant.model.AtomicFile;
import bankassistant.model.ModelFileException;
import bankassistant.model.SparseVector;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words and pairs of neighbouring words with their rarity. A text becomes the vector of those it has, each counting
 * {@code (1 + ln n) * rarity} where it stands {@code n} times, brought to length 1 (Salton and Buckley 1988, "Term-weighting
 * approaches in automatic text retrieval"). Rarity is {@code 1 + ln((1 + texts) / (1 + texts that have it))}.
 */
public final class Vocabulary {

    private static final String FILE = "words.txt";
    private static final long MAX_FILE = 64 << 20;
    /** A question mark and an exclamation mark tell something too. */
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_]+|[?!]");

    private final List<String> terms;
    private final float[] rarity;
    private final Map<String, Integer> places = new HashMap<>();

    private Vocabulary(List<String> terms, float[] rarity) {
        this.terms = terms;
        this.rarity = rarity;
        for (int i = 0; i < terms.size(); i++) {
            places.put(terms.get(i), i);
        }
    }

    /**
     * What stands in several texts.
     *
     * @param leastTexts that must have a word or a pair for it to count, at least 1
     */
    public static Vocabulary of(List<String> texts, int leastTexts) {
        SortedMap<String, Integer> counts = new TreeMap<>();
        for (String text : texts) {
            new HashSet<>(terms(text)).forEach(term -> counts.merge(term, 1, Integer::sum));
        }
        counts.values().removeIf(count -> count < leastTexts);
        float[] rarity = new float[counts.size()];
        int next = 0;
        for (int count : counts.values()) {
            rarity[next++] = (float) (1 + Math.log((1.0 + texts.size()) / (1 + count)));
        }
        return new Vocabulary(List.copyOf(counts.keySet()), rarity);
    }

    /**
     * Reads {@code words.txt} of a folder: on each line a rarity, a tab, and the word or pair.
     *
     * @throws ModelFileException naming the line, if the file holds something else
     */
    public static Vocabulary read(Path folder) throws ModelFileException {
        Path file = folder.resolve(FILE);
        List<String> terms = new ArrayList<>();
        List<Float> rarity = new ArrayList<>();
        for (String line : lines(file)) {
            int tab = line.indexOf('\t');
            float value = tab < 0 ? Float.NaN : number(line.substring(0, tab));
            if (!(value > 0 && value < 100)) {
                throw new ModelFileException(file, "line " + (terms.size() + 1), "has no rarity above 0");
            }
            terms.add(line.substring(tab + 1));
            rarity.add(value);
        }
        if (new HashSet<>(terms).size() < terms.size()) {
            throw new ModelFileException(file, "", "has a word twice");
        }
        float[] values = new float[rarity.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = rarity.get(i);
        }
        return new Vocabulary(List.copyOf(terms), values);
    }

    private static List<String> lines(Path file) throws ModelFileException {
        try {
            if (Files.size(file) > MAX_FILE) {
                throw new ModelFileException(file, "", "is larger than %,d bytes".formatted(MAX_FILE));
            }
            return Files.readAllLines(file);
        } catch (ModelFileException e) {
            throw e;
        } catch (CharacterCodingException e) {
            throw new ModelFileException(file, "", "is not UTF-8", e);
        } catch (IOException e) {
            throw new ModelFileException(file, "", "can't be read", e);
        }
    }

    private static float number(String text) {
        try {
            return Float.parseFloat(text);
        } catch (NumberFormatException e) {
            return Float.NaN;
        }
    }

    /** Whether a folder holds a vocabulary. */
    public static boolean isIn(Path folder) {
        return Files.exists(folder.resolve(FILE));
    }

    /** Writes {@code words.txt} into a folder that is there. */
    public void write(Path folder) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < terms.size(); i++) {
            lines.append(rarity[i]).append('\t').append(terms.get(i)).append('\n');
        }
        byte[] bytes = lines.toString().getBytes(StandardCharsets.UTF_8);
        AtomicFile.write(folder.resolve(FILE), out -> out.write(bytes));
    }

    /** How many words and pairs there are: the size of a text's vector. */
    public int size() {
        return terms.size();
    }

    /** The vector of a text, of length 1; of length 0 if it has none of the words. */
    public SparseVector vector(String text) {
        SortedMap<Integer, Integer> counts = new TreeMap<>();
        for (String term : terms(text)) {
            Integer place = places.get(term);
            if (place != null) {
                counts.merge(place, 1, Integer::sum);
            }
        }
        int[] found = counts.keySet().stream().mapToInt(Integer::intValue).toArray();
        double[] weights = new double[found.length];
        double squares = 0;
        for (int i = 0; i < found.length; i++) {
            weights[i] = (1 + Math.log(counts.get(found[i]))) * rarity[found[i]];
            squares += weights[i] * weights[i];
        }
        float[] values = new float[found.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (weights[i] / Math.sqrt(squares));
        }
        return new SparseVector(found, values);
    }

    /** The words of a text in small letters, then each with the next. */
    private static List<String> terms(String text) {
        List<String> terms = new ArrayList<>();
        Matcher words = WORD.matcher(text.toLowerCase(Locale.ROOT));
        while (words.find()) {
            terms.add(words.group());
        }
        int count = terms.size();
        for (int i = 1; i < count; i++) {
            terms.add(terms.get(i - 1) + " " + terms.get(i));
        }
        return terms;
    }
}
