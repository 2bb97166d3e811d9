package bankassistant.lab.heads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import bankassistant.lab.DataFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What heads said in cross-validation is learned beside the labels. */
class TeacherTest {

    private static final LabelledTexts TEXTS = new LabelledTexts(List.of("card", "weather"),
            List.of("lost card", "rain"), List.of(0, 1));

    @TempDir
    private Path folder;

    @Test
    void halfTheLabelAndHalfTheMeanOfTheHeads() throws IOException {
        write("a", "fold-0.csv", "0,0,0.0,0.0", "1,1,-20,20");
        write("b", "fold-0.csv", "0,0,20,-20", "1,1,-20,20");

        LabelledTexts taught = Teacher.read(List.of(folder.resolve("a"), folder.resolve("b")), TEXTS, 0.5)
                .taught(TEXTS);

        assertThat(taught.targets().get(0)).containsExactly(new float[]{0.875f, 0.125f}, within(1e-6f));
        assertThat(taught.targets().get(1)).containsExactly(new float[]{0, 1}, within(1e-6f));
    }

    @Test
    void rowsThatNoFoldHoldsCannotBeTaught() throws IOException {
        write("a", "fold-1.csv", "1,1,-20,20");
        Teacher teacher = Teacher.read(List.of(folder.resolve("a")), TEXTS, 0.5);

        assertThat(teacher.taught(TEXTS, new int[]{1}).targets()).hasSize(1);
        assertThatThrownBy(() -> teacher.taught(TEXTS)).hasMessageContaining("Cross-validate all folds");
    }

    @Test
    void foldsOfOtherDataAreRefusedWithFileAndLine() throws IOException {
        for (String row : List.of("0,1,0,0", "2,0,0,0", "0,0,0", "-1,0,0,0", "0,0,x,0", "nonsense")) {
            write("a", "fold-0.csv", "1,1,-20,20", row);
            assertThatThrownBy(() -> Teacher.read(List.of(folder.resolve("a")), TEXTS, 0.5)).as(row)
                    .isInstanceOf(DataFileException.class).hasMessageContaining("fold-0.csv, line 3");
        }
    }

    private void write(String name, String file, String... rows) throws IOException {
        Files.createDirectories(folder.resolve(name));
        Files.write(folder.resolve(name).resolve(file),
                List.of(("row,label,logits\n" + String.join("\n", rows)).split("\n")));
    }
}
