package bankassistant.model.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bankassistant.model.ModelFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TorchFileTest {

    @TempDir
    private Path folder;

    @Test
    void reads_tensors_of_any_strides_and_offset() throws IOException {
        byte[] file = new TorchBuilder().begin().matrix("rows", 2, 3)
                .tensor("columns", 7, 1, new int[]{2, 3}, new int[]{1, 2}).end().build();

        try (TorchFile torch = open(file)) {
            assertThat(torch.names()).containsExactly("rows", "columns");
            assertThat(torch.shape("rows")).containsExactly(2, 3);
            assertThat(torch.floats("rows")).containsExactly(0, 1, 2, 3, 4, 5);
            assertThat(torch.floats("columns")).containsExactly(1, 3, 5, 2, 4, 6);
        }
    }

    @Test
    void runs_nothing_and_names_what_a_pickle_wants_to_run() {
        assertRefused(new TorchBuilder().op("cos\nsystem\n(").text("touch /tmp/x").op("tR."))
                .hasMessage("file.bin, data.pkl: wants os.system, which no tensor needs");
        assertRefused(new TorchBuilder().text("builtins").text("eval").bytes(0x93).op("."))
                .hasMessageContaining("wants builtins.eval");
        assertRefused(new TorchBuilder().op("cos.path\nx\u0007\n.")).hasMessageContaining("wants os.path.x?");
        assertRefused(new TorchBuilder().op("(S'id'\nios\nsystem\n.")).hasMessageContaining("opcode 0x53");
        assertRefused(new TorchBuilder().op("(ios\nsystem\n.")).hasMessageContaining("opcode 0x69");
        assertRefused(new TorchBuilder().bytes(0x82, 1).op(".")).hasMessageContaining("opcode 0x82");
    }

    @Test
    void refuses_calls_and_states_that_tensors_do_not_have() {
        assertRefused(new TorchBuilder().op("ctorch\nFloatStorage\n)R.")).hasMessageContaining("calls torch.Float");
        assertRefused(new TorchBuilder().op("ccollections\nOrderedDict\n(K\u0001tR."))
                .hasMessageContaining("unknown way");
        assertRefused(new TorchBuilder().op("K\u0001K\u0002R.")).hasMessageContaining("no function");
        assertRefused(new TorchBuilder().op("K\u0001}b.")).hasMessageContaining("no dictionary");
        assertRefused(new TorchBuilder().op("}(K\u0001K\u0002u.")).hasMessageContaining("no string");
        assertRefused(new TorchBuilder().op("K\u0001Q.")).hasMessageContaining("storage");
        assertRefused(new TorchBuilder().op("K\u0001.")).hasMessageContaining("not a state dict");
        assertRefused(new TorchBuilder().begin().text("a").number(1).end()).hasMessageContaining("no tensor");
    }

    @Test
    void refuses_a_broken_stack_and_a_cut_off_pickle() {
        assertRefused(new TorchBuilder().op("R")).hasMessageContaining("broken stack");
        assertRefused(new TorchBuilder().op("t")).hasMessageContaining("broken stack");
        assertRefused(new TorchBuilder().op("(R")).hasMessageContaining("broken stack");
        assertRefused(new TorchBuilder().op("h\u0001")).hasMessageContaining("never stored");
        assertRefused(new TorchBuilder().op("X").bytes(0xFF, 0xFF, 0xFF, 0x7F)).hasMessageContaining("cut off");
        assertRefused(new TorchBuilder().op("X").bytes(0xFF, 0xFF, 0xFF, 0xFF)).hasMessageContaining("cut off");
        assertRefused(new TorchBuilder().op("cno end")).hasMessageContaining("cut off");
    }

    @Test
    void refuses_tensors_beyond_their_storage() {
        assertRefused(tensor(4, 0, new int[]{5}, 1)).hasMessageContaining("beyond its storage");
        assertRefused(tensor(4, 1, new int[]{4}, 1)).hasMessageContaining("beyond its storage");
        assertRefused(tensor(4, -1, new int[]{1}, 1)).hasMessageContaining("beyond its storage");
        assertRefused(tensor(4, 0, new int[]{2}, 1 << 30)).hasMessageContaining("beyond its storage");
        assertRefused(tensor(4, 0, new int[]{1 << 30}, 0)).hasMessageContaining("larger than its storage");
        assertRefused(tensor(4, 0, new int[]{-1}, 1)).hasMessageContaining("impossible size");
        assertRefused(tensor(4, 0, new int[]{1}, -1)).hasMessageContaining("impossible size");
    }

    private static TorchBuilder tensor(int storage, int offset, int[] shape, int stride) {
        return new TorchBuilder().begin().tensor("t", storage, offset, shape, new int[]{stride}).end();
    }

    @Test
    void refuses_a_storage_that_is_missing_or_has_another_length() throws IOException {
        TorchBuilder cut = tensor(4, 0, new int[]{4}, 1).entry("data/0", new byte[15]);
        try (TorchFile torch = open(cut.build())) {
            assertThatThrownBy(() -> torch.floats("t")).isInstanceOf(ModelFileException.class)
                    .hasMessageContaining("has 15 bytes, not 16");
        }
        TorchBuilder large = tensor(4, 0, new int[]{4}, 1).entry("data/0", new byte[17]);
        try (TorchFile torch = open(large.build())) {
            assertThatThrownBy(() -> torch.floats("t")).hasMessageContaining("larger than 16 bytes");
        }
    }

    @Test
    void refuses_files_torch_did_not_write() {
        assertThatThrownBy(() -> open(new byte[]{(byte) 0x80, 2, '.'})).isInstanceOf(ModelFileException.class)
                .hasMessageContaining("zip format");
        assertRefused(new TorchBuilder().entry("byteorder", (byte) 'b', (byte) 'g'))
                .hasMessageContaining("little-endian");
    }

    private AbstractThrowableAssert<?, ?> assertRefused(TorchBuilder builder) {
        return assertThatThrownBy(() -> open(builder.build()).close()).isInstanceOf(ModelFileException.class);
    }

    private TorchFile open(byte[] bytes) throws IOException {
        return TorchFile.open(Files.write(folder.resolve("file.bin"), bytes));
    }
}
