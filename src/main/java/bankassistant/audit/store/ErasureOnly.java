package bankassistant.audit.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import org.h2.api.Trigger;

/**
 * A trigger that lets a content's key be taken out of its row and refuses everything else: no key is changed, put back or moved, no
 * row deleted. Public since the database makes it by its name.
 */
public final class ErasureOnly implements Trigger {

    /** Where the key stands among the columns. */
    private static final int SECRET = 3;

    @Override
    public void fire(Connection connection, Object[] before, Object[] after) throws SQLException {
        if (after == null || after[SECRET] != null
                || !Arrays.equals(before, 0, SECRET, after, 0, SECRET)) {
            throw new SQLException("keys of the audit log are never changed, only erased");
        }
    }
}
