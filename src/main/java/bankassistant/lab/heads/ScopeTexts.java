package bankassistant.lab.heads;

import bankassistant.lab.CsvRows;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * What the scope head learns from: messages of several sources, each of which can be left out to see how the head does on
 * messages unlike all it has seen.
 */
public final class ScopeTexts {

    /** In the order of the head's logits. */
    public static final List<String> CLASSES = List.of("BANKING", "OUT", "SMALL_TALK", "VAGUE");

    private static final int BANKING = 0;
    private static final int OUT = 1;
    private static final int SMALL_TALK = 2;
    private static final int VAGUE = 3;
    /** Neither clearly asked of a bank nor clearly not: exchange rates, what only a dialogue gives a meaning, and small talk. */
    private static final Set<String> UNDECIDED = Set.of("qa_currency", "general_affirm", "general_confirm",
            "general_dontcare", "general_negate", "general_explain", "general_repeat", "general_commandstop",
            "general_praise", "general_quirky", "who_made_you", "what_is_your_name", "how_old_are_you",
            "where_are_you_from", "who_do_you_work_for");

    private final List<Source> sources;
    private final long seed;

    /**
     * Texts of one origin and class.
     *
     * @param label index in {@link #CLASSES}
     * @param most  texts taken from it at most
     * @param times each is taken
     */
    private record Source(String name, int label, List<String> texts, int most, int times) {}

    private ScopeTexts(List<Source> sources, long seed) {
        this.sources = sources;
        this.seed = seed;
    }

    /**
     * @param shared the folder of {@code banking77} and {@code scope}
     * @param own    the folder of the project's own messages
     * @param seed   decides which texts of a large source are taken
     */
    public static ScopeTexts read(Path shared, Path own, long seed) throws IOException {
        Path scope = shared.resolve("scope");
        List<Source> sources = new ArrayList<>();
        sources.add(source("banking77", BANKING, shared.resolve("banking77/train.csv"), "text", 5000, 1));
        sources.add(source("clinc_banking", BANKING, scope.resolve("clinc150_banking.csv"), "text", 3600, 1));
        sources.add(source("clinc", OUT, scope.resolve("clinc150_other.csv"), "text", 5000, 1));
        sources.add(source("hwu", OUT, scope.resolve("hwu64_other.csv"), "text", 3000, 1));
        sources.add(source("snips", OUT, scope.resolve("snips_other.csv"), "text", 1500, 1));
        sources.add(source("own", BANKING, own.resolve("in_scope.csv"), "text", 5000, 3));
        sources.add(source("own", BANKING, own.resolve("mixed.csv"), "banking_part", 5000, 1));
        sources.add(source("own", OUT, own.resolve("out_of_scope.csv"), "text", 5000, 3));
        sources.add(source("own", SMALL_TALK, own.resolve("small_talk.csv"), "text", 5000, 3));
        sources.add(source("own", VAGUE, own.resolve("vague.csv"), "text", 5000, 3));
        return new ScopeTexts(sources, seed);
    }

    private static Source source(String name, int label, Path file, String column, int most, int times)
            throws IOException {
        List<String> texts = new ArrayList<>();
        for (Map<String, String> row : CsvRows.read(file)) {
            String text = row.get(column);
            if (text == null || text.isBlank()) {
                throw new IOException(
                        file + ", row " + (texts.size() + 1) + " after the header: there is nothing in the "
                                + "column \"" + column + "\"");
            }
            if (!UNDECIDED.contains(row.getOrDefault("intent", ""))) {
                texts.add(text.strip());
            }
        }
        return new Source(name, label, texts, most, times);
    }

    /** All texts of a source, those too that are not learned from. */
    public LabelledTexts of(String name) {
        List<String> texts = new ArrayList<>();
        List<Integer> labels = new ArrayList<>();
        for (Source source : sources) {
            if (source.name().equals(name)) {
                texts.addAll(source.texts());
                labels.addAll(Collections.nCopies(source.texts().size(), source.label()));
            }
        }
        if (texts.isEmpty()) {
            throw new IllegalArgumentException("there is no source " + name);
        }
        return new LabelledTexts(CLASSES, texts, labels);
    }

    /** What is learned from, without the sources of these names. */
    public LabelledTexts without(Set<String> names) {
        List<String> texts = new ArrayList<>();
        List<Integer> labels = new ArrayList<>();
        Random random = new Random(seed);
        for (Source source : sources) {
            List<String> shuffled = new ArrayList<>(source.texts());
            Collections.shuffle(shuffled, random);
            if (!names.contains(source.name())) {
                List<String> taken = shuffled.subList(0, Math.min(source.most(), shuffled.size()));
                for (int i = 0; i < source.times(); i++) {
                    texts.addAll(taken);
                    labels.addAll(Collections.nCopies(taken.size(), source.label()));
                }
            }
        }
        return new LabelledTexts(CLASSES, texts, labels);
    }
}
