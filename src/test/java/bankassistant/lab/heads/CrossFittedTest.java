package bankassistant.lab.heads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What members said in cross-validation is averaged. */
class CrossFittedTest {

    private static final LabelledTexts TEXTS = new LabelledTexts(List.of("card", "cash"), List.of("a", "b", "c", "d"),
            List.of(0, 0, 0, 1));

    @TempDir
    private Path folder;
    private Path first;
    private Path second;

    @BeforeEach
    void write() throws IOException {
        first = Files.createDirectory(folder.resolve("first"));
        second = Files.createDirectory(folder.resolve("second"));
        scores(first, 0, "0,0,2,0", "3,1,1,0");
        scores(first, 1, "1,0,0,1", "2,0,3,0");
    }

    @Test
    void and_its_share_that_is_right_is_told_by_rows_and_by_classes() throws IOException {
        CrossFitted alone = CrossFitted.read(List.of(first), TEXTS);
        assertThat(alone.accuracy().right()).isEqualTo(2);
        assertThat(alone.accuracy().of()).isEqualTo(4);
        assertThat(alone.balancedAccuracy()).isCloseTo((2 / 3.0 + 0) / 2, within(1e-9));
    }

    @Test
    void so_that_one_may_put_another_right() throws IOException {
        scores(second, 0, "0,0,1,0", "3,1,0,3");
        scores(second, 1, "1,0,3,0", "2,0,1,0");
        CrossFitted both = CrossFitted.read(List.of(first, second), TEXTS);
        assertThat(both.accuracy().right()).isEqualTo(4);
        assertThat(both.of(3)[1]).isCloseTo((1 / (1 + Math.E) + 1 / (1 + Math.exp(-3))) / 2, within(1e-6));
    }

    @Test
    void and_the_temperature_is_found_at_which_the_loss_is_least() throws IOException {
        // three of four are right, so each should be 75 % sure
        scores(second, 0, "0,0,1,0", "1,0,1,0", "2,0,1,0", "3,1,1,0");
        CrossFitted even = CrossFitted.read(List.of(second), TEXTS);
        assertThat(even.temperature()).isCloseTo(1 / Math.log(3), within(0.01));
        assertThat(even.calibrationError(even.temperature())).isLessThan(0.01);
        assertThat(even.calibrationError(0.3)).isGreaterThan(0.1);
    }

    @Test
    void but_not_where_a_row_was_left_out() throws IOException {
        Files.delete(first.resolve("fold-1.csv"));
        CrossFitted half = CrossFitted.read(List.of(first), TEXTS);
        assertThatThrownBy(half::accuracy).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("row 2").hasMessageContaining("Cross-validate all folds");
        assertThatThrownBy(half::requireWhole).hasMessageContaining("Of row 2 of the data 0 of 1 members");
    }

    @Test
    void nor_where_one_member_knows_less_than_another() throws IOException {
        scores(second, 0, "0,0,1,0", "3,1,0,3");
        CrossFitted uneven = CrossFitted.read(List.of(first, second), TEXTS);
        assertThatThrownBy(uneven::requireWhole).hasMessageContaining("1 of 2 members");
        CrossFitted.read(List.of(first), TEXTS).requireWhole();
    }

    private static void scores(Path folder, int fold, String... rows) throws IOException {
        Files.writeString(folder.resolve("fold-" + fold + ".csv"),
                "row,label,logits\n" + String.join("\n", rows) + "\n");
    }
}
