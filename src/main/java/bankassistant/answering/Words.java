package bankassistant.answering;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What words mean in the policies' small world: which mean the same, which say nothing of the matter, who acts. From the
 * resource {@code words.txt}.
 */
final class Words {

    private static final String RESOURCE = "words.txt";

    private final Set<String> neutral = new HashSet<>();
    private final Set<String> weak = new HashSet<>();
    private final Set<String> light = new HashSet<>();
    private final Set<String> narrow = new HashSet<>();
    private final Map<String, String> same = new HashMap<>();
    private final Map<String, String> actors = new HashMap<>();
    private final Map<String, String> phrases = new HashMap<>();
    private final Pattern phrase;

    private Words(List<String> lines) {
        lines.forEach(this::add);
        phrase = Pattern.compile(phrases.keySet().stream().sorted(Comparator.comparingInt(String::length).reversed())
                .map(Pattern::quote).collect(Collectors.joining("|", "\\b(?:", ")\\b")));
    }

    static Words packaged() {
        try (InputStream in = Words.class.getResourceAsStream(RESOURCE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return new Words(lines.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList());
        } catch (IOException e) {
            throw new UncheckedIOException("a part of the application can't be read: " + RESOURCE, e);
        }
    }

    private void add(String line) {
        String[] parts = line.split("[: ]+");
        String first = stem(parts[1]);
        for (int i = 1; i < parts.length; i++) {
            String word = parts[i];
            if (word.contains("_")) {
                phrases.put(word.replace('_', ' '), parts[1].replace("_", ""));
                word = word.replace("_", "");
            }
            switch (parts[0]) {
                case "neutral" -> neutral.add(word);
                case "weak" -> weak.add(stem(word));
                case "light" -> light.add(stem(word));
                case "narrow" -> narrow.add(stem(word));
                case "same" -> same.put(stem(word), first.replace("_", ""));
                case "actor" -> actors.put(word, parts[1]);
                default -> throw new IllegalStateException(RESOURCE + " has a line of unknown kind: " + parts[0]);
            }
        }
    }

    /** A text in lower case in which an expression of several words is one word. */
    String joined(String lowerCase) {
        return phrase.matcher(lowerCase).replaceAll(found -> Matcher.quoteReplacement(phrases.get(found.group())));
    }

    /** What stands for a word and all that mean the same; empty for one that says nothing of the matter. */
    Optional<String> meaning(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return neutral.contains(lower) ? Optional.empty() : Optional.of(canonical(stem(lower)));
    }

    private String canonical(String stem) {
        return same.getOrDefault(stem, stem);
    }

    /** Whether a sentence says the same without this meaning. */
    boolean isWeak(String meaning) {
        return weak.contains(meaning);
    }

    /** Whether a sentence may say this although the evidence does not. */
    boolean isLight(String meaning) {
        return light.contains(meaning);
    }

    /** Whether what it stands before holds for less with it. */
    boolean narrows(String meaning) {
        return narrow.contains(meaning);
    }

    /** Of the meanings that tell something, the share that others have, too; 1 if none tells. */
    double share(Collection<String> of, Set<String> in) {
        Set<String> telling = new HashSet<>(of);
        telling.removeIf(this::isWeak);
        return telling.isEmpty() ? 1 : (double) telling.stream().filter(in::contains).count() / telling.size();
    }

    /** Who is named by a word, in one name for each. */
    Optional<String> actor(String word) {
        return Optional.ofNullable(actors.get(word.toLowerCase(Locale.ROOT)));
    }

    /** Without the endings of number, tense and possession. */
    private static String stem(String word) {
        String w = word.replaceFirst("['\u2019]s?$", "");
        if (w.length() > 4 && w.endsWith("ies")) {
            return w.substring(0, w.length() - 3) + "y";
        }
        if (w.length() > 4 && w.matches(".*(?:s|x|ch|sh)es")) {
            return w.substring(0, w.length() - 2);
        }
        if (w.length() > 3 && w.endsWith("s") && !w.matches(".*(?:ss|us|is)")) {
            w = w.substring(0, w.length() - 1);
        }
        if (w.length() > 5 && w.endsWith("ing") || w.length() > 4 && w.endsWith("ed") && !w.endsWith("eed")) {
            w = w.substring(0, w.length() - (w.endsWith("ing") ? 3 : 2));
            if (w.length() > 3 && w.charAt(w.length() - 1) == w.charAt(w.length() - 2) && !w.matches(".*(?:ll|ss)")) {
                w = w.substring(0, w.length() - 1);
            }
        }
        return w.length() > 3 && w.endsWith("e") ? w.substring(0, w.length() - 1) : w;
    }
}
