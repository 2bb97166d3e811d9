package bankassistant.ui.audit;

import bankassistant.audit.record.AuditRecord;
import bankassistant.audit.record.Entry;
import java.util.List;
import java.util.Optional;

/**
 * A record and what belongs to it.
 *
 * @param conversation the turns around it in order, as the teller saw them with personal data masked; empty for other kinds
 * @param cut          whether the conversation goes on beyond the turns at hand
 * @param sources      of the answers in the conversation, each once
 */
public record RecordDetail(AuditRecord record, Proof proof, List<Turn> conversation, boolean cut,
        List<SourceText> sources) {

    public RecordDetail {
        conversation = List.copyOf(conversation);
        sources = List.copyOf(sources);
    }

    /**
     * A question with its answer.
     *
     * @param answer empty while it is under way, and where the application ended before it was given
     */
    public record Turn(AuditRecord question, Optional<AuditRecord> answer) {

        boolean holds(AuditRecord record) {
            return question.sequence() == record.sequence()
                    || answer.map(given -> given.sequence() == record.sequence()).orElse(false);
        }
    }

    /**
     * What an answer stood on.
     *
     * @param policyTitle  as at present; the id where there is no such policy any more
     * @param sectionTitle as at present; the id where there is no such section any more
     * @param text         of the section, word for word as it was; empty if that version is no longer at hand
     */
    public record SourceText(Entry.Source source, String policyTitle, String sectionTitle, Optional<String> text) {}

    /** The turn that the record is part of. */
    Optional<Turn> turn() {
        return conversation.stream().filter(turn -> turn.holds(record)).findFirst();
    }

    /** The answer that is shown, or that was given to the question that is shown. */
    Optional<Entry.Answer> answer() {
        if (record.entry() instanceof Entry.Answer answer) {
            return Optional.of(answer);
        }
        return turn().flatMap(Turn::answer).map(given -> (Entry.Answer) given.entry());
    }

    /** What the answer that is shown stood on. */
    List<SourceText> ownSources() {
        return answer().map(given -> sources.stream().filter(text -> given.sources().contains(text.source())).toList())
                .orElse(List.of());
    }
}
