package bankassistant.policy;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The lines {@code > Right: 60 days | liability}, {@code > Confidential: ...} and {@code > Together: $50 | $500} of one section while
 * it is read.
 */
final class Marks {

    private static final Pattern RIGHT = Pattern.compile("Right: (.+?)(?: \\| (\\S+))?");
    private static final Pattern CONFIDENTIAL = Pattern.compile("Confidential: (.+[.])");
    private static final Pattern MARK = Pattern.compile("(?:Right|Confidential):.*");
    private static final String TOGETHER = "Together:";
    private static final Pattern BAR = Pattern.compile(" \\| ");
    /** As many sentences as an answer rests on. */
    private static final int MOST_TOGETHER = 3;

    private String deadline;
    private Optional<String> elsewhere = Optional.empty();
    private String sayable;
    private int line;
    private List<String> together = List.of();
    private int togetherLine;

    /** @return whether the text is such a mark */
    boolean take(String text, int at, PolicyFile file) throws PolicyException {
        if (text.startsWith(TOGETHER)) {
            takeTogether(text.substring(TOGETHER.length()).strip(), at, file);
            return true;
        }
        return takeDuty(text, at, file);
    }

    private void takeTogether(String parts, int at, PolicyFile file) throws PolicyException {
        if (togetherLine > 0) {
            throw file.refuse(at, "a section has at most one line '> Together:'");
        }
        togetherLine = at;
        together = BAR.splitAsStream(parts).map(String::strip).toList();
        if (together.size() < 2 || together.size() > MOST_TOGETHER) {
            throw file.refuse(at,
                    "is not of the form '> Together: words of one sentence | words of another'; two or three"
                            + " sentences can be told together");
        }
    }

    private boolean takeDuty(String text, int at, PolicyFile file) throws PolicyException {
        if (!MARK.matcher(text).matches()) {
            return false;
        }
        if (line > 0) {
            throw file.refuse(at, "a section has at most one line '> Right:' or '> Confidential:'");
        }
        line = at;
        Matcher right = RIGHT.matcher(text);
        Matcher confidential = CONFIDENTIAL.matcher(text);
        if (right.matches()) {
            deadline = right.group(1);
            elsewhere = Optional.ofNullable(right.group(2));
        } else if (confidential.matches()) {
            sayable = confidential.group(1);
        } else {
            throw file.refuse(at,
                    "is not of the form '> Right: 60 days | section-id' or '> Confidential: A sentence.'");
        }
        return true;
    }

    Section on(Section section, List<Section> all, PolicyFile file) throws PolicyException {
        return new Section(section.id(), section.title(), section.text(), section.sentences(), section.figures(),
                duty(section, all, file), together(section, file));
    }

    private Optional<Duty> duty(Section section, List<Section> all, PolicyFile file) throws PolicyException {
        if (line == 0) {
            return Optional.empty();
        }
        return Optional.of(sayable == null ? right(section, all, file) : new Duty.Confidential(sayable));
    }

    /** The sentences named by words of theirs; each must name another one. */
    private List<Integer> together(Section section, PolicyFile file) throws PolicyException {
        SortedSet<Integer> sentences = new TreeSet<>();
        for (String words : together) {
            List<Integer> having = IntStream.range(0, section.sentences().size())
                    .filter(i -> section.sentence(i).contains(words)).boxed().toList();
            if (having.size() != 1 || !sentences.add(having.getFirst())) {
                throw file.refuse(togetherLine, "'" + words + "' must stand in exactly one sentence of the section '"
                        + section.id() + "', and each part in another one");
            }
        }
        return List.copyOf(sentences);
    }

    private Duty right(Section section, List<Section> all, PolicyFile file) throws PolicyException {
        String id = elsewhere.orElse(section.id());
        Section stating = all.stream().filter(of -> of.id().equals(id)).findFirst()
                .orElseThrow(() -> file.refuse(line, "the section '" + id + "' is not in this policy"));
        for (int i = 0; i < stating.sentences().size(); i++) {
            if (stating.sentence(i).contains(deadline)) {
                return new Duty.Right(deadline, id, stating.title(), stating.sentence(i));
            }
        }
        throw file.refuse(line, "the deadline '" + deadline + "' does not stand in the section '" + id + "'");
    }
}
