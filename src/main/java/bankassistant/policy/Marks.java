package bankassistant.policy;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The lines {@code > Right: 60 days | liability} and {@code > Confidential: ...} of one section while it is read. */
final class Marks {

    private static final Pattern RIGHT = Pattern.compile("Right: (.+?)(?: \\| (\\S+))?");
    private static final Pattern CONFIDENTIAL = Pattern.compile("Confidential: (.+[.])");
    private static final Pattern MARK = Pattern.compile("(?:Right|Confidential):.*");

    private String deadline;
    private Optional<String> elsewhere = Optional.empty();
    private String sayable;
    private int line;

    /** @return whether the text is such a mark */
    boolean take(String text, int at, PolicyFile file) throws PolicyException {
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
        if (line == 0) {
            return section;
        }
        Duty duty = sayable == null ? right(section, all, file) : new Duty.Confidential(sayable);
        return new Section(section.id(), section.title(), section.text(), section.sentences(), section.figures(),
                Optional.of(duty));
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
