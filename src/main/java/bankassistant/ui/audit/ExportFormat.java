package bankassistant.ui.audit;

/** How records are given out. */
public enum ExportFormat {
    /** With proofs and the checkpoint, for verification elsewhere. */
    JSONL("jsonl"),
    /** For spreadsheets. */
    CSV("csv"),
    /** For paper. */
    PDF("pdf");

    private final String extension;

    ExportFormat(String extension) {
        this.extension = extension;
    }

    /** Of the file's name, without the dot. */
    public String extension() {
        return extension;
    }

    /** The words' key. */
    String key() {
        return "audit.export." + extension;
    }
}
