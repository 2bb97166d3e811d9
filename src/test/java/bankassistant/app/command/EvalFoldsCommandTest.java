package bankassistant.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import bankassistant.policy.BankingIntents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What members said in cross-validation is measured together. */
class EvalFoldsCommandTest {

    private static final List<String> NAMES = List.copyOf(BankingIntents.names());
    private static final int CARD = NAMES.indexOf("lost_or_stolen_card");
    private static final int CASH = NAMES.indexOf("cash_withdrawal_charge");

    @TempDir
    private Path folder;
    private Path data;

    private final Cli cli = new Cli();

    @BeforeEach
    void write() throws IOException {
        data = Files.writeString(folder.resolve("data.csv"), """
                text,category
                My card was stolen,lost_or_stolen_card
                A stolen card,lost_or_stolen_card
                Is there a fee?,cash_withdrawal_charge
                """);
        member("a", row(0, CARD, CARD, 3), row(1, CARD, CASH, 1), row(2, CASH, CASH, 3));
        member("b", row(0, CARD, CARD, 3), row(1, CARD, CARD, 9), row(2, CASH, CARD, 1));
    }

    @Test
    void by_rows_and_by_classes() {
        assertThat(cli.run("eval", "folds", "--data", data.toString(), folder.resolve("a").toString())).isZero();
        assertThat(cli.screen.out()).contains("all: 66.67 % of 3").contains("mean over the classes: 75.00 %");
    }

    @Test
    void as_an_ensemble() {
        assertThat(cli.run("eval", "folds", "--data", data.toString(), folder.resolve("a").toString(),
                folder.resolve("b").toString())).isZero();
        assertThat(cli.screen.out()).contains("all: 100.00 % of 3").contains("temperature");
    }

    @Test
    void but_not_where_a_fold_is_missing() throws IOException {
        member("b", row(0, CARD, CARD, 3));
        assertThat(cli.run("eval", "folds", "--data", data.toString(), folder.resolve("a").toString(),
                folder.resolve("b").toString())).isEqualTo(2);
        assertThat(cli.screen.err()).contains("row 2", "Cross-validate all folds");
    }

    private void member(String name, String... rows) throws IOException {
        Path member = Files.createDirectories(folder.resolve(name));
        Files.writeString(member.resolve("fold-0.csv"), "row,label,logits\n" + String.join("\n", rows) + "\n");
    }

    private static String row(int row, int label, int said, int logit) {
        List<String> logits = new ArrayList<>(Collections.nCopies(NAMES.size(), "0"));
        logits.set(said, "" + logit);
        return row + "," + label + "," + String.join(",", logits);
    }
}
