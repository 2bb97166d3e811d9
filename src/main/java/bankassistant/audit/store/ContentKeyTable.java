package bankassistant.audit.store;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The table of keys, over one connection; who may do what there is the database's to say. */
final class ContentKeyTable {

    private final Connection connection;

    ContentKeyTable(Connection connection) {
        this.connection = connection;
    }

    ContentKeys read() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT id, period, record, secret FROM content_key")) {
            List<ContentKey> keys = new ArrayList<>();
            while (result.next()) {
                long record = result.getLong(3);
                OptionalLong one = result.wasNull() ? OptionalLong.empty() : OptionalLong.of(record);
                keys.add(new ContentKey(result.getInt(1), result.getInt(2), one,
                        Optional.ofNullable(result.getBytes(4))));
            }
            return new ContentKeys(keys);
        }
    }

    /** A new random key for a period's contents. */
    ContentKey add(int id, int period) throws SQLException {
        byte[] secret = new byte[ContentSeal.KEY];
        new SecureRandom().nextBytes(secret);
        return add(new ContentKey(id, period, OptionalLong.empty(), Optional.of(secret)));
    }

    ContentKey add(ContentKey key) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO content_key VALUES (?, ?, ?, ?)")) {
            insert.setInt(1, key.id());
            insert.setInt(2, key.period());
            if (key.record().isPresent()) {
                insert.setLong(3, key.record().getAsLong());
            } else {
                insert.setNull(3, Types.BIGINT);
            }
            insert.setBytes(4, key.secret().orElseThrow());
            insert.executeUpdate();
            return key;
        }
    }

    void erase(List<Integer> ids) throws SQLException {
        try (PreparedStatement update = connection
                .prepareStatement("UPDATE content_key SET secret = NULL WHERE id = ?")) {
            for (int id : ids) {
                update.setInt(1, id);
                update.addBatch();
            }
            update.executeBatch();
        }
    }
}
