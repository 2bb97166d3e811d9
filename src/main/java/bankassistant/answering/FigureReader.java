package bankassistant.answering;

import bankassistant.answering.Figures.Figure;
import bankassistant.answering.Figures.Figure.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the figures of a text, longest forms first: dates and phone numbers before the numbers in them. */
final class FigureReader {

    private static final String MONTH = "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
            + "|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\b\\.?";
    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";
    private static final String DIGITS = "(?:\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?|\\.\\d+)(?!\\d)";
    private static final String NUMBER = "(?:" + DIGITS + "(?:[km]\\b|\\s*(?:thousand|million)\\b)?|"
            + NumberWords.NUMBER
            + ")";
    private static final String TIME_UNIT = "(?:(?:business|banking|calendar|billing|working|statement)[\\s-]+)?"
            + "(?:days?|weeks?|months?|years?|hours?|hrs?|minutes?|mins?|seconds?|cycles?|periods?)\\b";
    private static final String UNIT = "\\s*(?<percent>%|per\\s?cent\\b|percentage points?\\b)|\\s*-?\\s*(?<dollars>dollars?\\b|bucks\\b|USD\\b)"
            + "|\\s*(?<cents>cents?\\b|¢)|\\s*-?\\s*(?<time>" + TIME_UNIT + ")";

    private static final Pattern FIGURE = Pattern
            .compile("(?<phone>(?<![\\d.])(?:\\+?1[-. ])?(?:\\(\\d{3}\\) ?|\\d{3}[-. ])\\d{3}[-. ]\\d{4}(?![\\d,]))"
                    + "|(?<iso>\\b\\d{4}-\\d\\d-\\d\\d\\b)"
                    + "|(?<slashed>\\b\\d{1,2}/\\d{1,2}/\\d{4}\\b)"
                    + "|(?<dmy>\\b\\d{1,2}(?:st|nd|rd|th)?\\s+(?:of\\s+)?" + MONTH + "(?:,?\\s+\\d{4}\\b)?)"
                    + "|(?<mdy>\\b" + MONTH + "\\s+\\d{1,2}(?:st|nd|rd|th)?\\b(?!:)(?:,?\\s+\\d{4}\\b)?)"
                    + "|(?<my>\\b" + MONTH + "\\s+\\d{4}\\b)"
                    + "|(?<clock>\\b\\d{1,2}(?::\\d\\d)?\\s*[ap]\\.?\\s?m\\b\\.?|\\b\\d{1,2}:\\d\\d\\b|\\b(?:midnight|noon)\\b)"
                    + "|(?<zone>(?-i:\\b[ECMP][SD]?T\\b)|\\b(?:Eastern|Central|Mountain|Pacific)(?=\\s+time\\b))"
                    + "|(?<ordinal>\\b\\d+(?:st|nd|rd|th)\\b|\\b(?:next|same)(?=\\s+(?:business|banking|calendar) day\\b)|"
                    + NumberWords.ORDINAL + ")(?<ordinalunit>[\\s-]+"
                    + TIME_UNIT + ")?"
                    + "|(?<currency>(?:USD|[$€£])\\s*)?(?<number>" + NUMBER + ")(?:" + UNIT + ")?"
                    + "|(?<twice>\\btwice\\b)", Pattern.CASE_INSENSITIVE);
    /** Between two numbers that share the unit of the second: "5 to 7 business days". */
    private static final Pattern RANGE = Pattern.compile("\\s*(?:to|or|and|through|-|–|—)\\s*",
            Pattern.CASE_INSENSITIVE);

    private final String text;
    private final List<Placed> found = new ArrayList<>();

    /** A figure and where it stands. */
    record Placed(Figure figure, int start, int end) {}

    private FigureReader(String text) {
        this.text = text;
    }

    static List<Figure> read(String text) {
        return readPlaced(text).stream().map(Placed::figure).toList();
    }

    /** The figures with their places in the text, which is taken as it is but for special spaces. */
    static List<Placed> readPlaced(String text) {
        FigureReader reader = new FigureReader(text.replace('\u00A0', ' ').replace('\u202F', ' '));
        Matcher matcher = FIGURE.matcher(reader.text);
        while (matcher.find()) {
            reader.add(matcher);
        }
        return reader.found.stream().filter(placed -> !isBareOne(placed.figure)).toList();
    }

    /** The text without its figures and their units. */
    static String without(String text) {
        return FIGURE.matcher(text.replace('\u00A0', ' ').replace('\u202F', ' ')).replaceAll(" ");
    }

    private void add(Matcher match) {
        figure(match).ifPresent(figure -> {
            shareUnitWithTheOneBefore(figure, match.start());
            found.add(new Placed(figure, match.start(), match.end()));
        });
    }

    private static Optional<Figure> figure(Matcher match) {
        if (match.group("number") != null) {
            return Optional.of(number(match));
        }
        if (match.group("ordinal") != null) {
            return ordinal(match);
        }
        if (match.group("phone") != null) {
            String digits = match.group().replaceAll("\\D", "");
            return Optional.of(new Figure(Kind.PHONE, digits.substring(digits.length() - 10), ""));
        }
        if (match.group("clock") != null) {
            return Optional.of(new Figure(Kind.TIME, time(match.group().toLowerCase(Locale.ROOT)), ""));
        }
        if (match.group("zone") != null) {
            return Optional
                    .of(new Figure(Kind.TIME, match.group().substring(0, 1).toUpperCase(Locale.ROOT) + "T", "zone"));
        }
        return Optional.of(match.group("twice") != null
                ? new Figure(Kind.NUMBER, "2", "times")
                : new Figure(Kind.DATE, date(match), ""));
    }

    private static Figure number(Matcher match) {
        BigDecimal value = value(match.group("number"));
        if (match.group("percent") != null) {
            return new Figure(Kind.PERCENT, plain(value), "%");
        }
        if (match.group("cents") != null) {
            return new Figure(Kind.AMOUNT, plain(value.movePointLeft(2)), "$");
        }
        if (match.group("dollars") != null) {
            return new Figure(Kind.AMOUNT, plain(value), "$");
        }
        if (match.group("currency") != null) {
            String sign = match.group("currency").strip();
            return new Figure(Kind.AMOUNT, plain(value), sign.equalsIgnoreCase("USD") ? "$" : sign);
        }
        return match.group("time") != null
                ? new Figure(Kind.DURATION, plain(value), unit(match.group("time")))
                : new Figure(Kind.NUMBER, plain(value), "");
    }

    private void shareUnitWithTheOneBefore(Figure figure, int start) {
        if (figure.kind() == Kind.NUMBER || figure.kind() == Kind.DATE || found.isEmpty()) {
            return;
        }
        Placed last = found.getLast();
        if (last.figure.kind() == Kind.NUMBER && last.figure.unit().isEmpty()
                && RANGE.matcher(text.substring(last.end, start)).matches()) {
            found.removeLast();
            found.add(new Placed(new Figure(figure.kind(), last.figure.value(), figure.unit()), last.start, last.end));
        }
    }

    private static Optional<Figure> ordinal(Matcher match) {
        String word = match.group("ordinal");
        String unit = match.group("ordinalunit");
        if (word.equalsIgnoreCase("next") || word.equalsIgnoreCase("same")) {
            return Optional.of(new Figure(Kind.ORDINAL, word.toLowerCase(Locale.ROOT), unit(unit)));
        }
        BigDecimal value = Character.isDigit(word.charAt(0))
                ? new BigDecimal(word.replaceAll("\\D", ""))
                : NumberWords.ordinal(word);
        return value.compareTo(BigDecimal.TWO) > 0 || unit != null
                ? Optional.of(new Figure(Kind.ORDINAL, plain(value), unit == null ? "" : unit(unit)))
                : Optional.empty();
    }

    private static boolean isBareOne(Figure figure) {
        return figure.kind() == Kind.NUMBER && figure.value().equals("1") && figure.unit().isEmpty();
    }

    private static BigDecimal value(String number) {
        if (Character.isLetter(number.charAt(0))) {
            return NumberWords.value(number);
        }
        String digits = number.replaceAll("[^0-9.]", "");
        String scale = number.replaceAll("[0-9.,\\s]", "").toLowerCase(Locale.ROOT);
        BigDecimal value = new BigDecimal(digits);
        return scale.isEmpty() ? value : value.movePointRight(scale.startsWith("m") ? 6 : 3);
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    private static String unit(String words) {
        String unit = words.strip().toLowerCase(Locale.ROOT).replaceAll("^-|[\\s-]+", " ").strip().replaceAll("s$", "");
        return unit.replace("calendar ", "").replace("working ", "business ").replaceAll("\\bhr$", "hour")
                .replaceAll("\\bmin$", "minute");
    }

    private static String time(String words) {
        if (words.equals("midnight")) {
            return "24:00";
        }
        if (words.equals("noon")) {
            return "12:00";
        }
        String[] parts = words.replaceAll("[^0-9:]", "").split(":");
        int hour = Integer.parseInt(parts[0]);
        if (words.contains("m") && hour <= 12) {
            hour = hour % 12 + (words.contains("p") ? 12 : 0);
        }
        return "%02d:%s".formatted(hour, parts.length > 1 ? parts[1] : "00");
    }

    private static String date(Matcher match) {
        String date = match.group().toLowerCase(Locale.ROOT);
        if (match.group("iso") != null) {
            return date;
        }
        if (match.group("slashed") != null) {
            String[] parts = date.split("/");
            return "%s-%02d-%02d".formatted(parts[2], Integer.valueOf(parts[0]), Integer.valueOf(parts[1]));
        }
        Matcher letters = Pattern.compile("\\b" + MONTH).matcher(date);
        letters.find();
        int month = MONTHS.indexOf(letters.group().substring(0, 3)) / 3 + 1;
        String year = date.replaceFirst("^.*?(\\d{4})?$", "$1");
        Matcher day = Pattern.compile("\\b(\\d{1,2})(?!\\d)").matcher(date);
        return "%s-%02d-%s".formatted(year, month, day.find() ? "%02d".formatted(Integer.valueOf(day.group(1))) : "");
    }
}
