package bankassistant.lab.training;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/** A process that trains and ends at once, as if killed, when half of its third checkpoint is written. */
final class DyingTraining {

    static final int EXIT_CODE = 137;

    private DyingTraining() {}

    public static void main(String[] arguments) throws TrainingException {
        int[] opened = {0};
        Checkpoints checkpoints = new Checkpoints(Path.of(arguments[0]), out -> {
            opened[0]++;
            return opened[0] == 3 ? new Dying(out) : out;
        });
        new TinyTraining().trainer(checkpoints).start();
    }

    private static final class Dying extends FilterOutputStream {

        private int written;

        Dying(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            out.write(bytes, from, count);
            out.flush();
            written += count;
            if (written > 1000) {
                Runtime.getRuntime().halt(EXIT_CODE);
            }
        }
    }
}
