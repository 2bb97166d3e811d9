package bankassistant.ui.audit;

import bankassistant.audit.AuditException;
import bankassistant.chat.ErrorCode;
import bankassistant.ui.shell.Messages;
import bankassistant.ui.shell.Problem;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns each kind of failure into what the auditor sees. What is logged holds no message, since those may hold data. */
final class AuditProblems {

    private static final Logger LOG = LoggerFactory.getLogger(AuditProblems.class);

    private final Messages messages;

    AuditProblems(Messages messages) {
        this.messages = messages;
    }

    Problem atReading(Throwable failure) {
        return of(failure, "audit.failure.read");
    }

    /** There is no record of that number. */
    Problem unreadable(long sequence) {
        return new Problem(messages.text("audit.detail.unreadable.title"),
                messages.text("audit.detail.unreadable.text", sequence), "");
    }

    Problem atVerifying(Throwable failure) {
        return of(failure, "audit.failure.verify");
    }

    Problem atExporting(Throwable failure) {
        return failure instanceof IOException
                ? told(failure, "audit.failure.export", messages.text("audit.failure.export.file"))
                : of(failure, "audit.failure.export");
    }

    Problem atSaving(Throwable failure) {
        return told(failure, "audit.failure.saved", messages.text("audit.failure.saved.text"));
    }

    private Problem of(Throwable failure, String key) {
        String text = switch (failure) {
            case AuditException audit -> audit.getMessage();
            case OutOfMemoryError _ -> messages.text("audit.failure.memory");
            default -> messages.text("audit.failure.other");
        };
        return told(failure, key, text);
    }

    private Problem told(Throwable failure, String key, String text) {
        String code = ErrorCode.of(failure);
        LOG.error("The auditor's screen met a {}, code {}", failure.getClass().getName(), code);
        return new Problem(messages.text(key), text, code);
    }
}
