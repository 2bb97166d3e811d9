package bankassistant.app.command;

import bankassistant.audit.Finding;
import bankassistant.audit.GivenUp;
import bankassistant.audit.Verdict;
import bankassistant.audit.export.ExportVerdict;
import bankassistant.audit.note.ExportStatement;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a verification found, for people and as JSON. */
final class VerdictWords {

    private VerdictWords() {}

    static String ofLog(Verdict verdict) {
        return verdict.finding().map(VerdictWords::altered).orElseGet(() -> verified(verdict)
                + (verdict.erased() == 0
                        ? ""
                        : "The contents of %,d of them were erased, as the log's own records of expiry say.%n"
                                .formatted(verdict.erased()))
                + givenUp(verdict) + reach(verdict))
                + (verdict.verified() ? "" : "\n" + givenUp(verdict)).stripTrailing();
    }

    static String ofExport(ExportVerdict export) {
        Verdict verdict = export.verdict();
        return verdict.finding().map(VerdictWords::altered).orElseGet(() -> verified(verdict)
                + export.statement().map(statement -> signed(statement, export.query())).orElse(
                        "It is an export of before exports were signed: each record in it is as it was written, and whether"
                                + " others were left out of it can't be seen.\n")
                + (verdict.erased() == 0
                        ? ""
                        : "The contents of %,d of them were erased, as records of expiry in it say.%n"
                                .formatted(verdict.erased()))
                + (export.unstated() == 0
                        ? ""
                        : "The contents of %,d of them are missing, and no record of an expiry in it says that they were erased.%n"
                                .formatted(export.unstated()))
                + (verdict.external() == 0 ? "The key that was given speaks for them." : reach(verdict)));
    }

    private static String verified(Verdict verdict) {
        return "Verified: %,d records, root %s.%n".formatted(verdict.records(), verdict.root());
    }

    private static String signed(ExportStatement statement, String query) {
        return "The log signed them at %s for %s: %s. Nothing was left out, put in or altered since.%n".formatted(
                statement.time(), statement.by(),
                statement.isWhole()
                        ? "all it had"
                        : "of the %,d it had those that were asked for (%s)".formatted(statement.of(), query));
    }

    private static String givenUp(Verdict verdict) {
        String losses = verdict.restored().stream().map(VerdictWords::words).collect(Collectors.joining());
        return losses + (verdict.givenUp() == 0
                ? ""
                : "%,d checkpoints from outside speak of records that were given up.%n".formatted(verdict.givenUp()));
    }

    private static String words(GivenUp loss) {
        return "An older backup was restored at %s: %,d records (%d to %d) were given up, as %s agreed (record %d).%n"
                .formatted(loss.time(), loss.records(), loss.first(), loss.last(),
                        String.join(" and ", loss.agreedBy()), loss.record());
    }

    private static String reach(Verdict verdict) {
        return verdict.reach() == 0
                ? "No checkpoint from outside was compared: an exchange of the whole store would not show."
                : "Checkpoints from outside speak for the first %,d.".formatted(verdict.reach());
    }

    private static String altered(Finding finding) {
        return "NOT verified: " + finding.change().words() + place(finding) + ". " + finding.words();
    }

    private static String place(Finding finding) {
        if (finding.first() < 0) {
            return "";
        }
        return finding.first() == finding.last()
                ? " (record " + finding.first() + ")"
                : " (records " + finding.first() + " to " + finding.last() + ")";
    }

    /** The outcome in one word, as records have it. */
    static String outcome(Verdict verdict) {
        return verdict.finding().map(finding -> finding.change().name().toLowerCase(Locale.ROOT)).orElse("verified");
    }

    static ObjectNode json(Verdict verdict) {
        ObjectNode object = new ObjectMapper().createObjectNode().put("verified", verdict.verified())
                .put("records", verdict.records()).put("erased", verdict.erased()).put("root", verdict.root().hex())
                .put("internal_checkpoints", verdict.internal()).put("external_checkpoints", verdict.external())
                .put("checkpoints_given_up", verdict.givenUp()).put("confirmed_records", verdict.reach());
        ArrayNode losses = object.putArray("given_up");
        verdict.restored().forEach(loss -> {
            ObjectNode one = losses.addObject().put("record", loss.record()).put("time", loss.time().toString())
                    .put("records", loss.records()).put("first_record", loss.first())
                    .put("last_record", loss.last());
            loss.agreedBy().forEach(one.putArray("agreed_by")::add);
        });
        verdict.finding().ifPresent(finding -> {
            object.put("change", outcome(verdict));
            if (finding.first() >= 0) {
                object.put("first_record", finding.first()).put("last_record", finding.last());
            }
            object.put("reason", finding.words());
        });
        return object;
    }

    static ObjectNode json(ExportVerdict export) {
        ObjectNode object = json(export.verdict()).put("query", export.query())
                .put("contents_missing", export.unstated()).put("signed", export.statement().isPresent());
        object.remove("given_up");
        Optional<ExportStatement> statement = export.statement();
        statement.ifPresent(said -> object.put("whole", said.isWhole()).put("records_of_log", said.of())
                .put("exported_by", said.by()).put("exported_at", said.time().toString()));
        return object;
    }
}
