package bankassistant.ui.audit;

/** The view models of the screen. */
public record AuditModels(AuditViewModel records, FiguresViewModel figures, VerifyViewModel verify,
        ExportViewModel export, StateViewModel state) implements AutoCloseable {

    /** Ends what is on its way. */
    @Override
    public void close() {
        records.close();
        figures.close();
        verify.close();
        export.close();
    }
}
