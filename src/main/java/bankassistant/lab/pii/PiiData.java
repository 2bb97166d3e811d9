package bankassistant.lab.pii;

import bankassistant.lab.LabelledText;
import bankassistant.lab.pii.MarkedText.Mark;
import bankassistant.policy.BankingIntents;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The messages that the finder of names learns from, and those it is measured on. One seed makes always the same ones. */
public final class PiiData {

    /** Lists of templates with how often each is drawn from. */
    private enum Draw {
        INTRODUCTION("self-introduction", 12), SIGNATURE("signature", 10), THIRD("third", 22),
        POSSESSIVE("possessive", 6),
        LIST("list", 4), ADDRESS("address-of", 14), COMPANY("company-of", 8), NOTHING("nothing", 26),
        ODDITY("oddity", 6), LETTER("letter", 14), GENERAL("general", 30), TRADE("trade", 22), WHERE("where", 12),
        PLAIN("plain", 34), PERSON("person", 30);

        private final String list;
        private final int share;

        Draw(String list, int share) {
            this.list = list;
            this.share = share;
        }
    }

    private static final List<String> EVALUATION = List.of("introducing", "about-others", "about-others", "places",
            "firms", "none", "none");
    private static final int ABOUT_OTHERS = 3;
    private static final int QUESTIONS = 12;
    private static final int POLICIES = 3;
    private static final int OTHER_TOPICS = 26;
    private static final double TWO_MESSAGES = 0.15;
    /** Messages without a full stop that get one: it belongs to no name. */
    private static final double FULL_STOPS = 0.25;
    /** A misspelt word looks like a name that nobody knows, so that there are many to learn from. */
    private static final double MISSPELT_TO_LEARN = 0.25;
    private static final double MISSPELT = 0.12;
    /** A capital letter within a sentence may begin a name. */
    private static final Pattern DOUBTFUL = Pattern.compile("(?<=[a-z,] )(?!I\\b)[A-Z][a-z]");
    /** Names in the questions that are written small. */
    private static final Set<String> KNOWN_NAMES = Set.of("ashley", "bertie", "carrie", "jonah");
    /** Each n-th question is not learned from: on these is measured how often the finder is wrong. */
    private static final int LEFT_OUT = 5;

    private PiiData() {}

    /**
     * Messages to learn from.
     *
     * @param own      the project's templates and lists, {@code src/training/pii}
     * @param data     the folder of {@code banking77} and {@code scope}
     * @param policies the folder of policies, whose sentences hold no names
     */
    public static List<MarkedText> training(Path own, Path data, Path policies, int rows, long seed)
            throws IOException {
        Random random = new Random(seed);
        List<String> questions = questions(data, false);
        List<String> sentences = sentences(policies);
        NameLists names = NameLists.read(own, "train");
        List<String> others = OtherTopics.read(data.resolve("scope"), own.resolveSibling("scope"), names,
                text -> DOUBTFUL.matcher(text).find());
        PiiTexts texts = new PiiTexts(Templates.read(own.resolve("templates.txt")), names, questions,
                new Values(random, 0.6), MISSPELT_TO_LEARN, random);
        List<MarkedText> made = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            Pieces message = message(texts, questions, sentences, others, random);
            if (random.nextDouble() < TWO_MESSAGES) {
                message.add(random.nextBoolean() ? "\n" : " ", null)
                        .addAll(message(texts, questions, sentences, others, random));
            }
            Pieces typed = texts.typed(message);
            if (random.nextDouble() < FULL_STOPS && !typed.plain().matches("(?s).*[.!?\\]]\\s*")) {
                typed.add(".", null);
            }
            made.add(typed.toText());
        }
        return made;
    }

    private static Pieces message(PiiTexts texts, List<String> questions, List<String> sentences, List<String> others,
            Random random) {
        int all = QUESTIONS + POLICIES + OTHER_TOPICS + ABOUT_OTHERS;
        for (Draw draw : Draw.values()) {
            all += draw.share;
        }
        int drawn = random.nextInt(all);
        for (Draw draw : Draw.values()) {
            drawn -= draw.share;
            if (drawn < 0) {
                return texts.message(draw.list);
            }
        }
        if (drawn < QUESTIONS) {
            return PiiTexts.plain(questions.get(random.nextInt(questions.size())));
        }
        if (drawn < QUESTIONS + OTHER_TOPICS) {
            return PiiTexts.plain(others.get(random.nextInt(others.size())));
        }
        return drawn < QUESTIONS + OTHER_TOPICS + POLICIES
                ? PiiTexts.plain(sentences.get(random.nextInt(sentences.size())))
                : texts.aboutSomebodyElse(questions.get(random.nextInt(questions.size())));
    }

    /** Messages to measure on: other templates, other names, other streets and companies than those to learn from. */
    public static List<MarkedText> evaluation(Path own, int rows, long seed) throws IOException {
        Random random = new Random(seed);
        PiiTexts texts = new PiiTexts(Templates.read(own.resolve("templates-eval.txt")), NameLists.read(own, "eval"),
                List.of(), new Values(random, 1), MISSPELT, random);
        Set<MarkedText> made = new LinkedHashSet<>();
        for (int i = 0; made.size() < rows; i++) {
            made.add(texts.typed(texts.message(EVALUATION.get(i % EVALUATION.size()))).toText());
        }
        List<MarkedText> mixed = new ArrayList<>(made);
        Collections.shuffle(mixed, random);
        return mixed;
    }

    /**
     * Questions of Banking77 and CLINC150 that surely hold no names.
     *
     * @param leftOut whether those that are not learned from
     */
    public static List<String> questions(Path data, boolean leftOut) throws IOException {
        List<String> all = new ArrayList<>();
        LabelledText.read(data.resolve("banking77/train.csv"), "category", Set.copyOf(BankingIntents.names()))
                .forEach(row -> all.add(row.text()));
        LabelledText.read(data.resolve("scope/clinc150_banking.csv"), "domain", Set.of("banking", "credit_cards"))
                .forEach(row -> all.add(row.text()));
        List<String> chosen = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            String text = all.get(i).strip();
            boolean clear = !DOUBTFUL.matcher(text).find()
                    && Stream.of(text.toLowerCase(Locale.ROOT).split("[^a-z]+")).noneMatch(KNOWN_NAMES::contains);
            if (clear && (i % LEFT_OUT == 0) == leftOut) {
                chosen.add(text);
            }
        }
        return chosen;
    }

    private static List<String> sentences(Path policies) throws IOException {
        List<String> sentences = new ArrayList<>();
        try (Stream<Path> files = Files.list(policies)) {
            for (Path file : files.filter(name -> name.getFileName().toString().matches("\\d\\d-.*\\.md")).sorted()
                    .toList()) {
                Files.readAllLines(file).stream().filter(line -> line.matches("[A-Z].{20,400}[.:]"))
                        .forEach(sentences::add);
            }
        }
        return sentences;
    }

    /** Writes one JSON object a line: {@code {"text","spans":[{"type","start","end"}]}}. */
    public static void write(List<MarkedText> texts, Path file) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (MarkedText text : texts) {
                ObjectNode object = mapper.createObjectNode().put("text", text.text());
                ArrayNode spans = object.putArray("spans");
                for (Mark mark : text.marks()) {
                    spans.addObject().put("type", mark.type()).put("start", mark.start()).put("end", mark.end());
                }
                out.write(mapper.writeValueAsString(object) + "\n");
            }
        }
    }
}
