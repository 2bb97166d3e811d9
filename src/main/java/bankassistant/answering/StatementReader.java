package bankassistant.answering;

import bankassistant.answering.Figures.Figure;
import bankassistant.answering.Figures.Figure.Kind;
import bankassistant.answering.Statement.Deed;
import bankassistant.answering.Statement.Join;
import bankassistant.answering.Statement.Limit;
import bankassistant.answering.Statement.Roles;
import bankassistant.answering.Statement.Sense;
import bankassistant.answering.Statement.Stretch;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads sentences into {@link Statement}s. Safe for several threads. */
final class StatementReader {

    private static final String FEE = "(?:fees?|charges?|cost)(?![\\w-])";
    /** That something costs nothing, in all its wordings: it is a figure, too. */
    private static final Pattern FREE = Pattern
            .compile("\\b(?:free of (?:any )?charge|at no (?:extra |additional )?(?:cost|charge)|for free"
                    + "|costs? (?:you )?nothing|(?:does|do) not cost (?:you )?anything|(?:(?:is|are) )?free)\\b"
                    + "|(?<!cash )\\b(?:(?:there (?:is|are)|charges?|has|have|costs?(?: you)?|pay) (?:no|not any)|without (?:a|any)) "
                    + FEE
                    + "|\\b(?:does|do) not charge (?:you )?(?:a|any) " + FEE);
    private static final Pattern SAYS_FEE = Pattern
            .compile("\\b(?:charges?|has|have|costs?|pay|is|are) (?:a|an) (?:\\w+ ){0,2}(?:fee|charge)\\b(?! of)"
                    + "|\\b(?:for|subject to|against) an? (?:\\w+ ){0,2}(?:fee|charge)\\b(?! of)");
    private static final Pattern UNLIMITED = Pattern.compile(
            "\\b(?:(?:(?:has|have|there is) no limit(?: on| to)?|is not limited|without (?:a )?limit)|unlimited)\\b");
    /** Wordings of several words for one that the policies use, in the order in which they are replaced. */
    private static final Map<Pattern, String> REWORDED = reworded();
    private static final Pattern EACH_TIME = Pattern
            .compile(
                    "\\b(?:(?:in )?a|per|each|every) (day|week|month|year)(?:'s)?\\b(?! period)|\\b(daily|weekly|monthly|yearly|annual(?:ly)?)\\b");
    private static final Map<String, String> TIMES = Map.of("daily", "day", "weekly", "week", "monthly", "month",
            "yearly", "year", "annual", "year", "annually", "year");
    private static final Map<Sense, String> LIMITS = limits();
    private static final Pattern LIMIT = Pattern.compile(LIMITS.entrySet().stream()
            .map(limit -> "(?<" + limit.getKey().name().replace("_", "") + ">\\b(?:" + limit.getValue()
                    + ")(?![\\w'-]))")
            .collect(Collectors.joining("|")));
    private static final Pattern TOKEN = Pattern.compile("\u0001(?<figure>\\d+)\u0002|" + LIMIT.pattern()
            + "|(?<strong>;)|(?<weak>[,:()]|\\s[\u2013\u2014-]\\s)|(?<word>[\\p{L}\\p{Nd}][\\p{L}\\p{Nd}.'-]*[\\p{L}\\p{Nd}]|[\\p{L}\\p{Nd}])");
    private static final Set<String> JOINTS = Set.of("and", "or", "but", "while", "whereas", "so", "because", "plus",
            "which");
    private static final Set<String> CONDITIONS = Set.of("if", "when", "whenever", "where", "once", "provided");
    private static final Set<String> DETERMINERS = Set.of("the", "a", "an", "each", "every", "any", "all", "other",
            "its",
            "your", "his", "no", "our");
    /** Have no meaning of their own, but it matters who does it. */
    private static final Set<String> RECEIVING = Set.of("receive", "receives", "get", "gets");
    private static final Set<String> VERBS = Set.of("can", "could", "may", "might", "must", "shall", "will", "would",
            "is", "are", "was", "were", "be", "has", "have", "do", "does", "need", "needs", "cost", "costs", "take",
            "takes", "bring", "send", "get", "gets");
    /** Behind them a clause begins, so that whoever follows does something. */
    private static final Set<String> OPENERS = Set.of("that", "who", "what", "whether", "then", "now", "immediately");
    private static final Set<String> SHARING = Set.of("to", "for", "of");
    private static final Set<String> PREPOSITIONS = Set.of("to", "of", "by", "with", "for", "from", "at", "in", "on",
            "under", "as", "than");

    private final Words words;

    StatementReader(Words words) {
        this.words = words;
    }

    private static Map<Pattern, String> reworded() {
        Map<Pattern, String> reworded = new LinkedHashMap<>();
        reworded.put(Pattern.compile("\\bunless\\b"), "if not");
        reworded.put(Pattern.compile("\\bevery (?=\\d)"), "in ");
        reworded.put(Pattern.compile(
                "\\blet(?:s|ting)? (?:us|me|them|him|her|you|the bank|the branch|larkmere|staff|the customer) know\\b"),
                "report");
        reworded.put(Pattern.compile("\\bf(?:ind|inds|inding|ound) out(?: about)?\\b"), "learn of");
        reworded.put(Pattern.compile("\\bafter that,? (?:each|every)\\b"), "each further");
        reworded.put(Pattern.compile("\\bon top of\\b"), "above");
        reworded.put(Pattern.compile("\\bas well as\\b"), "and");
        reworded.put(Pattern.compile("\\b(that|an?|any|each|every|on) business days?\\b(?! \\d)"), "$1 businessday");
        reworded.put(Pattern.compile("\\b(?:rather than|instead of|as opposed to)\\b"), ", not");
        reworded.put(Pattern.compile("\\bnever (?:any )?(?:less|fewer) than\\b"), "at least");
        reworded.put(Pattern.compile("\\bnever (?:any )?more than\\b"), "at most");
        reworded.put(Pattern.compile("\\bin writing\\b"), "written");
        reworded.put(Pattern.compile("\\b(?:verbal(?:ly)?|oral(?:ly)?)\\b"), "spoken");
        reworded.put(Pattern.compile("\\b(give|gives|giving) (?=(?:the|a|your) (?:branch|bank)\\b)"), "tell ");
        reworded.put(Pattern.compile("(\\$[\\d.,]*\\d) for (?:every|each)\\b"), "$1 an");
        reworded.put(Pattern.compile(
                "\\b(have|has) (?=[\\w-]+ (?:(?:business|calendar|banking) )?(?:minutes|hours|days|weeks|months|years) to\\b)"),
                "$1 within ");
        reworded.put(Pattern.compile("\\bafter which\\b"), "and then");
        reworded.put(Pattern.compile("(?<![\\d%] )\\bearlier(?=[.;,]?$)"), "sooner");
        reworded.put(Pattern.compile("\\b(?:must|have to|has to|needs? to) be (?=\\d)"), "must be at least ");
        reworded.put(Pattern.compile("\\baged (\\d+) to (\\d+)\\b"), "$1 to $2 years old");
        reworded.put(Pattern.compile("\\b(\\d+)- and (\\d+)-year-olds?\\b"), "customers of $1 and $2");
        // a term, not a bound
        reworded.put(Pattern.compile("\\bover (?=\\d+ to \\d+ (?:months|years))"), "for ");
        return reworded;
    }

    private static Map<Sense, String> limits() {
        Map<Sense, String> limits = new EnumMap<>(Sense.class);
        limits.put(Sense.AT_MOST,
                "at most|at the most|up to|(?:no|not) (?:more|older|longer|greater|higher) than|no later than|not later than|not exceed(?:ing)?"
                        + "|maximum(?: of)?|as (?:much|many|high|long) as|or (?:less|fewer)|limits?(?:ed)?(?= [^;]*\u0001)|limit of(?= \u0001)|the (?:most|maximum|highest|largest)(?: amount)?(?= [^;]*\u0001)");
        limits.put(Sense.AT_LEAST,
                "at least|(?:no|not) (?:less|fewer|earlier) than|minimum(?: of)?|or (?:more|above)|starts? (?:at|from)|from(?= (?:at |\u0001\\d+\u0002[^;\u0001]{0,30}(?:apr|up)))");
        limits.put(Sense.ABOVE,
                "(?:more|greater|later|older|longer|higher) than|over(?= [\u0001\\w]* ?\u0001)|above|exceed(?:s|ing)?|beyond(?= \u0001)");
        limits.put(Sense.BELOW, "(?:less|fewer|younger|lower) than|under(?= \u0001)|below");
        limits.put(Sense.WITHIN, "within");
        limits.put(Sense.IN, "in(?= (?:about )?\u0001)");
        limits.put(Sense.BY, "by(?= (?:\u0001|midnight|the (?:next|\u0001)|next|business day))");
        limits.put(Sense.UNTIL, "until|till");
        limits.put(Sense.SINCE, "since(?= [^,;]{0,12}\u0001)|since then|as of|from(?= \u0001\\d+\u0002 on)");
        limits.put(Sense.BEFORE, "before|prior to|earlier|ahead of");
        limits.put(Sense.AFTER, "after(?:wards?)?|later|following");
        limits.put(Sense.DENIES,
                "not|never|no|none|neither|nor|without|cannot|nothing|nobody|no one|[a-z]+n't");
        limits.put(Sense.RESTRICTS, "only|solely|exclusively");
        limits.put(Sense.EXCEPTS, "except(?:ion|ions|ing)?|excluding|other than");
        return limits;
    }

    /** A sentence, with or without its full stop. */
    Statement read(String sentence) {
        return new Reading(plain(sentence)).statement();
    }

    /** Whether it says that something has a fee, and not which. */
    boolean saysFee(String sentence) {
        return SAYS_FEE.matcher(plain(sentence)).find();
    }

    private String plain(String sentence) {
        String lower = sentence.toLowerCase(Locale.ROOT).replace('\u2019', '\'').replace('\u00A0', ' ')
                .replace('\u202F', ' ');
        lower = FREE.matcher(lower).replaceAll(" \\$0");
        lower = UNLIMITED.matcher(lower).replaceAll("is not capped");
        lower = EACH_TIME.matcher(lower).replaceAll(
                found -> "per" + (found.group(1) != null ? found.group(1) : TIMES.get(found.group(2))));
        for (Map.Entry<Pattern, String> wording : REWORDED.entrySet()) {
            lower = wording.getKey().matcher(lower).replaceAll(wording.getValue());
        }
        return words.joined(lower.replaceAll("\\s+", " "));
    }

    /** One sentence while it is read. */
    private final class Reading {

        private final List<FigureReader.Placed> figures;
        private final String text;
        private final List<Stretch> stretches = new ArrayList<>();
        private final Set<String> subjects = new HashSet<>();
        private final List<Join> joins = new ArrayList<>();
        /** The last meaning or figure of this part, and the "and" or "or" behind it; empty without. */
        private String lastItem = "";
        private String join = "";
        private final List<Join> figureJoins = new ArrayList<>();
        private String lastFigure = "";
        private String figureJoin = "";
        private boolean denied;
        /** No verb has come yet: "checks and payments are" says what "a check or payment is" says. */
        private boolean inSubject = true;
        private Draft draft = new Draft(0, false, "");

        Reading(String plain) {
            figures = FigureReader.readPlaced(plain);
            StringBuilder marked = new StringBuilder(plain);
            for (int i = figures.size() - 1; i >= 0; i--) {
                marked.replace(figures.get(i).start(), figures.get(i).end(), " \u0001" + i + "\u0002");
            }
            text = marked.toString().replaceAll(" +", " ");
        }

        Statement statement() {
            Matcher matcher = TOKEN.matcher(text);
            while (matcher.find()) {
                take(matcher);
            }
            finish(draft.part, false, "");
            return new Statement(stretches.isEmpty() ? List.of(draft.stretch()) : stretches, joins, figureJoins);
        }

        private void takeFigure(String figure) {
            takeItem(figure);
            if (!figureJoin.isEmpty() && !lastFigure.isEmpty()) {
                figureJoins.add(new Join(figureJoin.equals("or"), lastFigure, figure, inSubject));
            }
            figureJoin = "";
            lastFigure = figure;
        }

        private void takeItem(String item) {
            if (!join.isEmpty() && !lastItem.isEmpty()) {
                joins.add(new Join(join.equals("or"), lastItem, item, denied || inSubject));
            }
            join = "";
            lastItem = item;
        }

        private void take(Matcher token) {
            if (token.group("figure") != null) {
                Figure figure = figures.get(Integer.parseInt(token.group("figure"))).figure();
                draft.add(figure);
                inSubject &= figure.kind() != Kind.AMOUNT;
                takeFigure(figure.toString());
                denied |= figure.kind() == Kind.AMOUNT && figure.value().equals("0");
            } else if (token.group("strong") != null) {
                finish(draft.part + 1, false, "");
                lastItem = "";
                join = "";
                lastFigure = "";
                figureJoin = "";
                denied = false;
                inSubject = true;
            } else if (token.group("weak") != null) {
                finish(draft.part, false, "");
                inSubject &= !token.group().equals(":");
            } else if (token.group("word") != null) {
                takeWord(token.group("word"), token.end());
            } else {
                for (Sense sense : LIMITS.keySet()) {
                    if (token.group(sense.name().replace("_", "")) != null) {
                        draft.add(sense, token.group().matches("limit.*|the .*"));
                        denied |= sense == Sense.DENIES;
                        inSubject = false;
                    }
                }
            }
        }

        private void takeWord(String word, int end) {
            if (word.matches("and|or|plus")) {
                join = word;
            }
            inSubject &= !VERBS.contains(word);
            if (word.matches("and|or") && draft.isShort() || word.equals("or") && joinsWords(end)) {
                draft.lastWord = "";
            } else if (JOINTS.contains(word)) {
                figureJoin = word.matches("and|or|plus") ? word : figureJoin;
                finish(draft.part, draft.condition && word.matches("and|or"), word);
            } else if (CONDITIONS.contains(word)) {
                finish(draft.part, true, word);
            } else {
                draft.add(word);
            }
        }

        /** "A lost or worn card": no new stretch begins behind the joint. */
        private boolean joinsWords(int end) {
            Matcher next = TOKEN.matcher(text).region(end, text.length());
            return !draft.meanings.isEmpty() && next.find() && next.group("word") != null
                    && !DETERMINERS.contains(next.group("word")) && !PREPOSITIONS.contains(next.group("word"));
        }

        private void finish(int nextPart, boolean nextIsCondition, String joint) {
            boolean goesOn = draft.isEmpty() && nextPart == draft.part;
            if (!draft.isEmpty()) {
                stretches.add(draft.stretch());
                subjects.addAll(draft.meanings.subList(0, Math.min(3, draft.meanings.size())));
            }
            draft = new Draft(nextPart, nextIsCondition || goesOn && draft.condition,
                    goesOn && joint.isEmpty() ? draft.joint : joint);
        }

        /** A stretch while it is read. */
        private final class Draft {

            private final int part;
            private final boolean condition;
            private final List<String> meanings = new ArrayList<>();
            private final List<Figure> own = new ArrayList<>();
            private final List<Open> limits = new ArrayList<>();
            private final List<Deed> deeds = new ArrayList<>();
            private final Set<String> doers = new HashSet<>();
            private final Set<String> objects = new HashSet<>();
            private final Set<String> sharers = new HashSet<>();
            private int subject;
            private final Map<String, String> owners = new HashMap<>();
            private final Set<String> tail = new HashSet<>();
            private final String joint;
            private String actor;
            private String owner;
            private boolean inTail;
            private String firstWord;
            private String lastWord = "";
            private int places;

            Draft(int part, boolean condition, String joint) {
                this.joint = joint;
                this.part = part;
                this.condition = condition;
            }

            boolean isEmpty() {
                return meanings.isEmpty() && own.isEmpty() && limits.isEmpty();
            }

            /** "Lost or stolen", "checks and payments": the joint is one within a stretch. */
            boolean isShort() {
                return !meanings.isEmpty() && meanings.stream().filter(meaning -> !words.isWeak(meaning)).count() <= 3
                        && own.isEmpty() && limits.isEmpty();
            }

            void add(String word) {
                firstWord = firstWord == null ? word : firstWord;
                places++;
                if (subject == 0 && VERBS.contains(word)) {
                    subject = meanings.size();
                }
                inTail |= !own.isEmpty() && (word.equals("with") || word.equals("from"));
                if (!word.endsWith("'s")) {
                    words.actor(word).ifPresent(who -> takeActor(word, who));
                }
                if (actor != null && RECEIVING.contains(word)) {
                    deeds.add(new Deed(actor, "receive"));
                }
                lastWord = DETERMINERS.contains(word) ? lastWord : word;
                words.meaning(word).ifPresent(this::take);
                if (word.matches("your|its|.*'s")) {
                    owner = words.actor(word.replaceAll("'s$|(?<=you)r$", "")).orElse(word);
                    actor = null;
                }
            }

            private void takeActor(String word, String who) {
                // "a Larkmere card" does nothing, nor does the bank in it
                boolean describes = word.equals("larkmere");
                if (lastWord.equals("by") && !meanings.isEmpty()) {
                    deeds.add(new Deed(who, meanings.getLast()));
                }
                if (!PREPOSITIONS.contains(lastWord)) {
                    actor = who;
                }
                if (!describes) {
                    role().add(who);
                    if (SHARING.contains(lastWord)) {
                        sharers.add(who);
                    }
                }
            }

            /** What somebody named next is, by the word before. */
            private Set<String> role() {
                return lastWord.isEmpty() || lastWord.equals("by") || OPENERS.contains(lastWord) ? doers : objects;
            }

            private void take(String meaning) {
                if (actor != null && !actor.equals(meaning)) {
                    deeds.add(new Deed(actor, meaning));
                    actor = null;
                }
                if (owner != null && !owner.startsWith(meaning)) {
                    owners.put(meaning, owner);
                    owner = null;
                }
                if (inTail) {
                    tail.add(meaning);
                }
                meanings.add(meaning);
                takeItem(meaning);
            }

            void add(Figure figure) {
                firstWord = firstWord == null ? "" : firstWord;
                places++;
                own.add(figure);
                inTail = false;
                tail.clear();
                lastWord = "";
                limits.stream().filter(limit -> limit.figure == null && limit.at + limit.reach() >= places)
                        .forEach(limit -> limit.figure = figure);
            }

            void add(Sense sense, boolean mayBeLeftOut) {
                firstWord = firstWord == null ? "" : firstWord;
                places++;
                Open limit = new Open(sense, places, meanings.size(), mayBeLeftOut || sense == Sense.IN);
                if (limit.pointsBack() && !own.isEmpty()) {
                    limit.lastBefore = own.getLast();
                }
                limits.add(limit);
                lastWord = "";
            }

            /** "By $10", "by 3 digits" measures; "by 5:00 p.m." bounds. */
            private static boolean bounds(Limit limit) {
                return limit.sense() != Sense.BY || limit.figure().map(Figure::kind)
                        .filter(Set.of(Kind.AMOUNT, Kind.PERCENT, Kind.NUMBER)::contains).isEmpty();
            }

            Stretch stretch() {
                boolean ownSubject = part > (stretches.isEmpty() ? part : stretches.getLast().part())
                        || stretches.isEmpty() || DETERMINERS.contains(firstWord == null ? "" : firstWord)
                        || firstWord != null && words.actor(firstWord).isPresent()
                        || meanings.subList(0, Math.min(3, meanings.size())).stream().anyMatch(subjects::contains);
                return new Stretch(part, meanings, subject, own,
                        limits.stream().map(limit -> limit.closed(meanings)).filter(Draft::bounds).toList(),
                        condition, ownSubject, joint, deeds, new Roles(doers, objects, sharers), owners, tail);
            }
        }
    }

    /** A limiting word whose surroundings are not known yet. */
    private static final class Open {

        private final Sense sense;
        private final int at;
        private final int after;
        private final boolean mayBeLeftOut;
        private Figure figure;
        private Figure lastBefore;

        Open(Sense sense, int at, int after, boolean mayBeLeftOut) {
            this.sense = sense;
            this.at = at;
            this.after = after;
            this.mayBeLeftOut = mayBeLeftOut;
        }

        int reach() {
            return switch (sense) {
                case DENIES, RESTRICTS, EXCEPTS -> 0;
                case BEFORE, AFTER, UNTIL -> 2;
                default -> mayBeLeftOut ? 9 : 3;
            };
        }

        boolean pointsBack() {
            return sense == Sense.AT_MOST || sense == Sense.AT_LEAST;
        }

        Limit closed(List<String> meanings) {
            Set<String> near = new HashSet<>(
                    meanings.subList(Math.max(0, after - 2), Math.min(meanings.size(), after + 3)));
            Figure of = figure != null ? figure : lastBefore;
            return new Limit(sense, Optional.ofNullable(of), near, mayBeLeftOut);
        }
    }
}
