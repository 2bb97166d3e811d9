package bankassistant.audit.store;

import bankassistant.audit.AuditException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.function.Function;

/**
 * Reads all rows once, in order, on several threads that have a connection each: decrypting takes longer than anything else. What
 * is to be done with each row by itself is done there as well. For one use, by one thread.
 */
public final class Sweep<T> implements AutoCloseable {

    private static final int PIECE = 2_000;
    private static final int MOST_THREADS = 4;
    private static final int AHEAD = 2;

    private final Database database;
    private final ContentKeys keys;
    private final long end;
    private final Function<Row, T> work;
    private final List<Reader> readers = new ArrayList<>();
    private final Deque<Future<List<T>>> pieces = new ArrayDeque<>();
    private long next;
    private int turn;

    /** @param end behind the last row that is read */
    Sweep(Database database, ContentKeys keys, long end, Function<Row, T> work) {
        this.database = database;
        this.keys = keys;
        this.end = end;
        this.work = work;
        int threads = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, MOST_THREADS);
        for (int i = 0; i < threads; i++) {
            readers.add(new Reader("audit-sweep-" + i));
        }
        while (pieces.size() < AHEAD * threads && next < end) {
            ask();
        }
    }

    private void ask() {
        long from = next;
        next = Math.min(end, next + PIECE);
        long to = next;
        pieces.add(readers.get(turn).read(from, to));
        turn = (turn + 1) % readers.size();
    }

    /**
     * The next rows, some thousands; empty at the end.
     *
     * @throws AuditException if they can't be read
     */
    public Optional<List<T>> next() {
        if (pieces.isEmpty()) {
            return Optional.empty();
        }
        Future<List<T>> piece = pieces.remove();
        if (next < end) {
            ask();
        }
        try {
            return Optional.of(StoreThread.result(piece));
        } catch (SQLException e) {
            throw database.failure(e);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** A thread with its own connection. */
    private final class Reader implements AutoCloseable {

        private final StoreThread thread;
        private final ContentSeal seal = new ContentSeal();
        private Connection connection;

        Reader(String name) {
            thread = new StoreThread(name);
        }

        Future<List<T>> read(long from, long to) {
            return thread.later(() -> {
                if (connection == null) {
                    connection = database.writer();
                    connection.setReadOnly(true);
                }
                return RecordStore
                        .sealed(connection, "WHERE sequence >= ? AND sequence < " + to
                                + " ORDER BY sequence LIMIT ?", from, PIECE)
                        .stream().map(row -> work.apply(keys.open(row, seal))).toList();
            });
        }

        /** Waits until it reads no more: a connection left open would keep the file. */
        @Override
        public void close() {
            try {
                thread.call(() -> {
                    seal.close();
                    if (connection != null) {
                        connection.close();
                    }
                    return null;
                });
            } catch (SQLException e) {
                throw database.failure(e);
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            } finally {
                thread.close();
            }
        }
    }

    /** Ends it, also before the last row. */
    @Override
    public void close() {
        pieces.forEach(piece -> piece.cancel(false));
        readers.forEach(Reader::close);
    }
}
