package bankassistant.audit.store;

import java.sql.Connection;
import java.sql.SQLException;
import org.h2.api.Trigger;

/** A trigger that refuses: rows are inserted and read, nothing else. Public since the database makes it by its name. */
public final class RefuseChange implements Trigger {

    @Override
    public void fire(Connection connection, Object[] before, Object[] after) throws SQLException {
        throw new SQLException("rows of the audit log are never changed");
    }
}
