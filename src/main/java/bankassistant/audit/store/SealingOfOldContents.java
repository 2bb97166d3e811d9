package bankassistant.audit.store;

import bankassistant.audit.record.AuditRecord;
import bankassistant.audit.record.RecordFormat;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

/**
 * Seals the contents of a store that was written before contents had keys. What they say, and so their hashes, stays. It goes on where it
 * was interrupted.
 */
final class SealingOfOldContents {

    private static final int BATCH = 2_000;

    private final Connection owner;
    private final RecordFormat format = new RecordFormat();
    private final Map<Integer, ContentKey> keys = new HashMap<>();

    SealingOfOldContents(Connection owner) {
        this.owner = owner;
    }

    void run() throws SQLException {
        ContentKeyTable table = new ContentKeyTable(owner);
        table.read().all().forEach(key -> keys.put(key.period(), key));
        owner.setAutoCommit(false);
        try (ContentSeal seal = new ContentSeal();
                PreparedStatement update = owner
                        .prepareStatement("UPDATE record SET key_id = ?, content = ? WHERE sequence = ?");
                Statement sync = owner.createStatement()) {
            while (batch(table, seal, update) > 0) {
                owner.commit();
                // until then what was written waits in memory
                sync.execute("CHECKPOINT SYNC");
            }
        } finally {
            owner.setAutoCommit(true);
        }
    }

    private int batch(ContentKeyTable table, ContentSeal seal, PreparedStatement update) throws SQLException {
        int rows = 0;
        try (Statement statement = owner.createStatement();
                ResultSet found = statement.executeQuery("SELECT sequence, content FROM record WHERE key_id IS NULL"
                        + " ORDER BY sequence LIMIT " + BATCH)) {
            while (found.next()) {
                byte[] content = found.getBytes(2);
                ContentKey key = key(table, period(content));
                update.setInt(1, key.id());
                update.setBytes(2, seal.seal(key.secret().orElseThrow(), content));
                update.setLong(3, found.getLong(1));
                update.addBatch();
                rows++;
            }
        }
        update.executeBatch();
        return rows;
    }

    /** What can't be read, since it was altered, is never erased: it is evidence. */
    private int period(byte[] content) {
        return format.read(content).map(AuditRecord::time).map(time -> YearMonth.from(time.atZone(ZoneOffset.UTC)))
                .map(Periods::of).orElse(Row.KEPT_FOR_GOOD);
    }

    private ContentKey key(ContentKeyTable table, int period) throws SQLException {
        ContentKey key = keys.get(period);
        if (key == null) {
            key = table.add(keys.size() + 1, period);
            keys.put(period, key);
        }
        return key;
    }
}
