package bankassistant.ui.audit;

import bankassistant.audit.record.AuditRecord;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** A row of the table. Its content comes when it has been read. */
public final class RecordRow {

    /** What is known of a record. */
    public sealed interface Content {

        /** It is being read. */
        record Loading() implements Content {}

        /** @param proof empty while it is being checked */
        record Present(AuditRecord record, Optional<Proof> proof) implements Content {}

        /** What stands in the log in its place is no record. */
        record Unreadable() implements Content {}

        /** Reading failed. */
        record Failed() implements Content {}
    }

    private static final Content LOADING = new Content.Loading();

    private final long sequence;
    private final ReadOnlyObjectWrapper<Content> content = new ReadOnlyObjectWrapper<>(LOADING);

    RecordRow(long sequence) {
        this.sequence = sequence;
    }

    public long sequence() {
        return sequence;
    }

    /** Changes on the JavaFX thread only. */
    public ReadOnlyObjectProperty<Content> content() {
        return content.getReadOnlyProperty();
    }

    /** The record; empty while it is not there. */
    public Optional<AuditRecord> record() {
        return content.get() instanceof Content.Present present ? Optional.of(present.record()) : Optional.empty();
    }

    void become(Content known) {
        content.set(known);
    }
}
