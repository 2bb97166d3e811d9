package bankassistant.ui;

import bankassistant.chat.History;
import bankassistant.identity.Session;
import bankassistant.ui.audit.AuditRecords;
import bankassistant.ui.chat.ChatStart;
import bankassistant.ui.users.UserAccounts;
import java.nio.file.Path;

/** What those who are signed in work with. What is given asks at each use whether the person may do that. */
public interface Desks {

    /** What answers the questions of who has signed in last. */
    ChatStart chat();

    /** Earlier conversations of somebody who may read their own. */
    History history(Session session);

    /** All records, for somebody who may read them. The audit log is opened for them when it is first read. */
    AuditRecords records(Session session);

    /** Users and settings, for somebody who may manage them. */
    UserAccounts accounts(Session session);

    /** Keeps what people choose, such as saved filters. */
    Path folder();
}
