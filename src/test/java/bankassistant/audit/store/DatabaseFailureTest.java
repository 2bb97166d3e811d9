package bankassistant.audit.store;

import static org.assertj.core.api.Assertions.assertThat;

import bankassistant.audit.AuditException;
import bankassistant.audit.AuditException.Problem;
import bankassistant.audit.Logs;
import java.nio.file.Path;
import java.sql.SQLException;
import org.h2.api.ErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the database fails with is told in words that say what to do. */
class DatabaseFailureTest {

    @TempDir
    private Path folder;

    @Test
    void a_length_that_no_memory_holds_is_taken_for_damage() {
        AuditException failure = failure("Out of memory.", ErrorCode.OUT_OF_MEMORY);
        assertThat(failure.problem()).isEqualTo(Problem.DAMAGED);
        assertThat(failure).hasMessageContaining("more memory than there is").hasMessageContaining("newest backup");
    }

    /** Numbers in its headers are in hexadecimal; the application writes none in its statements. */
    @ParameterizedTest
    @ValueSource(ints = {ErrorCode.FILE_CORRUPTED_1, ErrorCode.HEX_STRING_ODD_1, ErrorCode.HEX_STRING_WRONG_1})
    void damage_that_the_database_meets_is_told_as_such(int code) {
        assertThat(failure("of some kind", code).problem()).isEqualTo(Problem.DAMAGED);
    }

    @Test
    void and_what_it_does_not_know_is_a_matter_of_the_disk() {
        AuditException failure = failure("IO Exception", ErrorCode.IO_EXCEPTION_1);
        assertThat(failure.problem()).isEqualTo(Problem.FAILED);
        assertThat(failure).hasMessageContaining("disk");
    }

    private AuditException failure(String message, int code) {
        try (Database database = new Database(folder.resolve("log"), Logs.key(1), "file:")) {
            return database.failure(new SQLException(message, "" + code, code));
        }
    }
}
