package bankassistant.ui.audit;

import java.util.Objects;

/** @param name unique whatever its case, not blank */
public record SavedFilter(String name, RecordFilter filter) {

    public SavedFilter {
        Objects.requireNonNull(name);
        Objects.requireNonNull(filter);
    }
}
