package bankassistant.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChangedPasswordTest {

    @TempDir
    private Path folder;
    private Branch branch;

    @BeforeEach
    void aBranchWithATeller() throws IOException {
        branch = Branch.readyMade(folder);
    }

    @Test
    void opens_the_same_key() throws IOException {
        try (Session tilda = branch.teller(); FileKey before = tilda.fileKey().orElseThrow()) {
            change(tilda, Branch.TILDAS, Branch.THEOS);

            assertThatThrownBy(branch::teller).hasMessageContaining("wrong");
            try (Session again = branch.signIn(Branch.TELLER, Branch.THEOS)) {
                assertThat(again.fileKey().orElseThrow().bytes()).isEqualTo(before.bytes());
            }
        }
    }

    @Test
    void needs_the_present_one_and_the_rules() throws IOException {
        try (Session tilda = branch.teller()) {
            assertThatThrownBy(() -> change(tilda, "not hers at all", Branch.THEOS)).hasMessageContaining("wrong");
            assertThatThrownBy(() -> change(tilda, Branch.TILDAS, "short")).hasMessageContaining("at least 12");
            assertThatThrownBy(() -> change(tilda, Branch.TILDAS, Branch.TILDAS)).hasMessageContaining("old one");
        }
        branch.teller().close();
    }

    @Test
    void leaves_an_administrator_administrator() throws IOException {
        try (Session ada = branch.administrator()) {
            change(ada, Branch.ADAS, Branch.THEOS);
            branch.identity.administration(ada).disable(Branch.TELLER);
        }
        try (Session ada = branch.signIn("ada", Branch.THEOS)) {
            branch.identity.administration(ada).enable(Branch.TELLER);
        }
    }

    private void change(Session session, String present, String chosen) throws IOException {
        branch.identity.changePassword(session, Branch.password(present), Branch.password(chosen));
    }
}
