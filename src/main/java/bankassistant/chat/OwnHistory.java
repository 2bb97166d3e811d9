package bankassistant.chat;

import bankassistant.audit.AuditLog;
import bankassistant.audit.Page;
import bankassistant.audit.record.AuditQuery;
import bankassistant.audit.record.AuditRecord;
import bankassistant.audit.record.Entry;
import bankassistant.identity.Permission;
import bankassistant.identity.Session;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Reads the records of one person, while they are signed in and have not locked the assistant. */
public final class OwnHistory implements History {

    private static final int PAGE = 100;
    /** Records looked at in all. */
    private static final int MOST = 1_000;
    private static final Set<String> TALK = Set.of("question", "answer");

    private final Session session;
    private final Opening opening;

    /** Opens the log, or gives the one that is open. */
    @FunctionalInterface
    public interface Opening {

        AuditLog open() throws IOException;
    }

    public OwnHistory(Session session, Opening opening) {
        this.session = session;
        this.opening = opening;
    }

    @Override
    public List<PastConversation> newest(int most) {
        session.require(Permission.READ_OWN_HISTORY);
        AuditLog log = open();
        List<AuditRecord> own = own(log, most);
        if (!own.isEmpty()) {
            log.append(Optional.of(session.who()), new Entry.RecordViewed(own.getLast().sequence(), own.size()));
        }
        List<PastConversation> all = conversations(own);
        return all.subList(0, Math.min(most, all.size()));
    }

    private AuditLog open() {
        try {
            return opening.open();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** This person's questions and answers, newest first, until there are enough conversations whole. */
    private List<AuditRecord> own(AuditLog log, int most) {
        AuditQuery query = AuditQuery.ALL.ofUsers(Set.of(session.who().user())).ofKinds(TALK);
        List<AuditRecord> own = new ArrayList<>();
        OptionalLong before = OptionalLong.of(Long.MAX_VALUE);
        while (before.isPresent() && own.size() < MOST && conversations(own).size() <= most) {
            Page page = log.page(query, before.getAsLong(), PAGE);
            own.addAll(page.records());
            before = page.next();
        }
        return own;
    }

    /** @param own newest first */
    private static List<PastConversation> conversations(List<AuditRecord> own) {
        Map<Long, Entry.Answer> answers = new HashMap<>();
        Map<String, List<PastConversation.Turn>> turns = new LinkedHashMap<>();
        for (AuditRecord record : own) {
            switch (record.entry()) {
                case Entry.Answer answer -> answers.put(answer.question(), answer);
                case Entry.Question question -> turns.computeIfAbsent(question.conversation(), _ -> new ArrayList<>())
                        .addFirst(new PastConversation.Turn(record.time(), question.text(),
                                Optional.ofNullable(answers.get(record.sequence())).map(Entry.Answer::text)
                                        .filter(text -> !text.isEmpty())));
                default -> throw new IllegalStateException("not asked for: " + record.kind());
            }
        }
        return turns.entrySet().stream().map(each -> new PastConversation(each.getKey(), each.getValue())).toList();
    }
}
