package bankassistant.privacy;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** E-mail addresses as people write them: a dot-atom, an at sign, a host name with a top-level domain (RFC 5322, 1035). */
final class EmailRecognizer implements Recognizer {

    private static final String LOCAL = "[\\p{L}\\d._%+'-]";
    // It begins only where no such character stands before it: a long text without an at sign is read once.
    private static final Pattern ADDRESS = Pattern
            .compile("(?<!" + LOCAL + ")" + LOCAL + "++@(?:[\\p{L}\\d-]{1,63}\\.){1,126}\\p{L}{2,}");

    @Override
    public List<Candidate> find(String text) {
        return ADDRESS.matcher(text).results().map(match -> new Candidate(match.start(), match.end(),
                Candidate.Kind.EMAIL, match.group().toLowerCase(Locale.ROOT), Candidate.CHECKED)).toList();
    }
}
