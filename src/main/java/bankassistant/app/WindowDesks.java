package bankassistant.app;

import bankassistant.chat.History;
import bankassistant.chat.OwnHistory;
import bankassistant.identity.Session;
import bankassistant.ui.Desks;
import bankassistant.ui.audit.AuditRecords;
import bankassistant.ui.audit.GuardedRecords;
import bankassistant.ui.chat.ChatStart;
import bankassistant.ui.chat.StartException;
import bankassistant.ui.users.UserAccounts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.function.Supplier;

/** What people in the window work with, made of the application's parts. */
record WindowDesks(Parts parts, Supplier<Installation> installation) implements Desks {

    @Override
    public ChatStart chat() {
        return progress -> {
            try {
                return parts.chat(progress);
            } catch (IOException | RuntimeException | LinkageError | OutOfMemoryError e) {
                Failures.Failure failure = Failures.of(e);
                throw new StartException(failure.sentence(), failure.code().orElse(""), e);
            }
        };
    }

    @Override
    public History history(Session session) {
        return new OwnHistory(session, parts::audit);
    }

    @Override
    public AuditRecords records(Session session) {
        return new GuardedRecords(session,
                () -> LogView.of(parts.auditToRead(), session.who(), parts.settings(), installation.get()));
    }

    @Override
    public UserAccounts accounts(Session session) {
        try {
            return new AdministeredUsers(parts.identity(), session);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Path folder() {
        return parts.data();
    }
}
