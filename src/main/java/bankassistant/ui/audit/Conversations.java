package bankassistant.ui.audit;

import bankassistant.audit.AuditLog;
import bankassistant.audit.record.AuditQuery;
import bankassistant.audit.record.AuditRecord;
import bankassistant.audit.record.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongSupplier;

/** Finds the turns of a conversation near one of its records: a workstation has one conversation at a time. */
final class Conversations {

    /** Records looked at each way. */
    private static final int NEAR = 150;

    private final AuditLog log;
    private final LongSupplier size;

    /** @param size records in the log */
    Conversations(AuditLog log, LongSupplier size) {
        this.log = log;
        this.size = size;
    }

    /**
     * @param conversation its id; empty where the record belongs to none
     * @param cut          whether there may be more turns farther away
     */
    record Found(Optional<String> conversation, List<RecordDetail.Turn> turns, boolean cut) {}

    static final Found NONE = new Found(Optional.empty(), List.of(), false);

    Found around(AuditRecord record) {
        Optional<AuditRecord> asked = record.entry() instanceof Entry.Answer answer
                ? log.record(answer.question())
                : Optional.of(record);
        if (asked.isEmpty() || !(asked.get().entry() instanceof Entry.Question question)) {
            return NONE;
        }
        long first = Math.max(0, asked.get().sequence() - NEAR);
        long whole = size.getAsLong();
        long end = Math.min(whole, Math.max(record.sequence(), asked.get().sequence()) + NEAR + 1);
        List<AuditRecord> near = log.page(AuditQuery.ALL, end, (int) (end - first)).records().reversed();
        return found(near, question.conversation(), first > 0, end < whole);
    }

    private static Found found(List<AuditRecord> near, String conversation, boolean more, boolean later) {
        Map<Long, AuditRecord> questions = new TreeMap<>();
        Map<Long, AuditRecord> answers = new TreeMap<>();
        for (AuditRecord record : near) {
            switch (record.entry()) {
                case Entry.Question question when question.conversation().equals(conversation) ->
                    questions.put(record.sequence(), record);
                case Entry.Answer answer -> answers.put(answer.question(), record);
                default -> {
                    // not a part of it
                }
            }
        }
        List<RecordDetail.Turn> turns = new ArrayList<>();
        questions.forEach((sequence, question) -> turns
                .add(new RecordDetail.Turn(question, Optional.ofNullable(answers.get(sequence)))));
        boolean cut = more && isNear(turns.getFirst().question(), near.getFirst())
                || later && isNear(near.getLast(), turns.getLast().question());
        return new Found(Optional.of(conversation), turns, cut);
    }

    /** Within the edge of what was looked at. */
    private static boolean isNear(AuditRecord later, AuditRecord earlier) {
        return later.sequence() - earlier.sequence() < NEAR / 4;
    }
}
