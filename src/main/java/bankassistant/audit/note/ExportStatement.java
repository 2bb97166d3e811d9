package bankassistant.audit.note;

import bankassistant.audit.tree.Hash;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a log says of a file that it was exported to. It is never taken for a checkpoint: it begins with another line.
 *
 * @param log     names the store
 * @param records how many are in the file
 * @param first   sequence of the first one; -1 without records
 * @param last    of the last one; -1 without records
 * @param of      records that the log had
 * @param sha256  of all bytes of the file before the line with this statement
 * @param table   SHA-256 of the CSV file that it speaks for as well
 * @param by      who exported: a name and a role
 * @param time    by the workstation's clock
 */
public record ExportStatement(String log, long records, long first, long last, long of, Hash sha256,
        Optional<Hash> table, String by, Instant time) {

    private static final String KIND = "banking-assistant-audit-export\n";
    private static final String HASH = "([0-9a-f]{64})\n";
    private static final Pattern FORM = Pattern.compile(KIND
            + "log (.+)\nrecords (\\d{1,18})(?: from (\\d{1,18}) to (\\d{1,18}))? of (\\d{1,18})\nsha256 " + HASH
            + "(?:csv " + HASH + ")?by (.+)\ntime (.+)\n");
    private static final Pattern LINE = Pattern.compile("[^\\p{Cntrl}\u0085\u2028\u2029]+");

    public ExportStatement {
        if (!LINE.matcher(log).matches() || !LINE.matcher(by).matches()) {
            throw new IllegalArgumentException("a log's and a person's name are one line of text each");
        }
        if (records < 0 || records > of || (records == 0) != (first < 0) || records > 0 && last - first + 1 < records) {
            throw new IllegalArgumentException(records + " records from " + first + " to " + last + " of " + of);
        }
    }

    /** Whether it is the whole log as it was then. */
    public boolean isWhole() {
        return records == of;
    }

    /** The text that is signed. */
    public String text() {
        return KIND + "log " + log + "\nrecords " + records + (records == 0 ? "" : " from " + first + " to " + last)
                + " of " + of + "\nsha256 " + sha256.hex() + "\n"
                + table.map(hash -> "csv " + hash.hex() + "\n").orElse("") + "by " + by + "\ntime " + time + "\n";
    }

    /** From a text as {@link #text} makes it; empty for anything else. */
    static Optional<ExportStatement> parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new ExportStatement(form.group(1), Long.parseLong(form.group(2)),
                    number(form.group(3)), number(form.group(4)), Long.parseLong(form.group(5)),
                    Hash.ofHex(form.group(6)).orElseThrow(), Optional.ofNullable(form.group(7)).flatMap(Hash::ofHex),
                    form.group(8), Instant.parse(form.group(9))))
                    // one text for one statement: no leading zeros, no other spelling of a time
                    .filter(statement -> statement.text().equals(text));
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private static long number(String digits) {
        return digits == null ? -1 : Long.parseLong(digits);
    }
}
