package bankassistant.understanding;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What vague messages are likely to mean, written by hand: also what none of the 77 intents is about, such as loans. A
 * message has the meanings of the one that is nearest by its words.
 */
public final class VagueMeanings {

    /** Every vague message has the meanings of its intents. */
    public static final VagueMeanings NONE = new VagueMeanings(List.of());

    private static final Pattern BETWEEN = Pattern.compile("\\s*\\|\\s*");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}']+");
    /** Least share of the words of both that both have (Jaccard). */
    private static final double NEAR = 0.5;

    private record Known(Set<String> words, List<String> meanings) {}

    private final List<Known> known;

    private VagueMeanings(List<Known> known) {
        this.known = List.copyOf(known);
    }

    /** Those that the application is packaged with. */
    public static VagueMeanings packaged() {
        try (InputStream csv = VagueMeanings.class.getResourceAsStream("vague.csv")) {
            if (csv == null) {
                throw new IllegalStateException("the application was packaged without the meanings of vague messages");
            }
            return read(csv);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads CSV in UTF-8 with the header {@code text,meanings}, with {@code |} between two or three meanings.
     *
     * @throws IOException if it can't be read, or a row has another number of meanings
     */
    public static VagueMeanings read(InputStream csv) throws IOException {
        List<Known> known = new ArrayList<>();
        try (MappingIterator<Row> rows = new CsvMapper().readerFor(Row.class)
                .with(CsvSchema.emptySchema().withHeader()).readValues(csv)) {
            while (rows.hasNextValue()) {
                Row row = rows.nextValue();
                List<String> meanings = List.of(BETWEEN.split(row.meanings().strip()));
                if (meanings.size() < 2 || meanings.size() > 3) {
                    throw new IOException("a vague message has two or three meanings, not " + meanings.size());
                }
                known.add(new Known(words(row.text()), meanings));
            }
        }
        return new VagueMeanings(known);
    }

    private record Row(String text, String meanings) {}

    /** Two or three questions, each as it can be asked; empty if no known message is near. */
    Optional<List<String>> of(String message) {
        Set<String> words = words(message);
        return known.stream().max(Comparator.comparingDouble(one -> shared(one.words(), words)))
                .filter(nearest -> shared(nearest.words(), words) >= NEAR).map(Known::meanings);
    }

    private static double shared(Set<String> one, Set<String> other) {
        Set<String> both = new HashSet<>(one);
        both.retainAll(other);
        int all = one.size() + other.size() - both.size();
        return all == 0 ? 0 : (double) both.size() / all;
    }

    private static Set<String> words(String text) {
        return NO_WORD.splitAsStream(PlainText.of(text).toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toSet());
    }
}
