package bankassistant.ui;

import bankassistant.chat.Chat;
import bankassistant.chat.History;
import bankassistant.identity.Session;
import bankassistant.ui.audit.AuditRecords;
import bankassistant.ui.audit.FakeRecords;
import bankassistant.ui.audit.GuardedRecords;
import bankassistant.ui.chat.ChatStart;
import bankassistant.ui.chat.PastConversations;
import bankassistant.ui.users.FakeAccounts;
import bankassistant.ui.users.UserAccounts;
import java.nio.file.Path;

/** Desks with things made for tests. */
public record FakeDesks(ChatStart chat, FakeRecords all, Path folder) implements Desks {

    /** Where nothing is asked. */
    static FakeDesks in(Path folder) {
        Chat silent = (_, _, _, _) -> {
            throw new UnsupportedOperationException("nothing is asked here");
        };
        return new FakeDesks(_ -> silent, new FakeRecords(1_000), folder);
    }

    @Override
    public History history(Session session) {
        return _ -> PastConversations.SOME;
    }

    @Override
    public AuditRecords records(Session session) {
        return new GuardedRecords(session, () -> all);
    }

    @Override
    public UserAccounts accounts(Session session) {
        return new FakeAccounts(session.who().user());
    }
}
