package bankassistant.lab.training;

import bankassistant.model.AtomicFile;
import bankassistant.model.training.TrainingState;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The checkpoints of one training in a folder of its own. A new one is written beside the older ones and named when it is
 * on the disk; then all but the last two are deleted. So whatever happens, a good one stays.
 */
public final class Checkpoints {

    private static final int KEPT = 2;
    private static final String NAME = "checkpoint-%012d.bin";
    private static final Pattern NAMES = Pattern.compile("checkpoint-\\d{12}\\.bin");

    private final Path folder;
    private final UnaryOperator<OutputStream> disk;

    /** @param folder made when the first checkpoint is written */
    public Checkpoints(Path folder) {
        this(folder, UnaryOperator.identity());
    }

    /** @param disk what the bytes pass through on their way to a file */
    Checkpoints(Path folder, UnaryOperator<OutputStream> disk) {
        this.folder = folder;
        this.disk = disk;
    }

    public Path folder() {
        return folder;
    }

    /** Whether there is one to go on from. */
    public boolean any() throws TrainingException {
        return !files().isEmpty();
    }

    void requireNone() throws TrainingException {
        if (!files().isEmpty()) {
            throw new TrainingException(folder + " holds the checkpoints of a training. Go on with it with --resume, "
                    + "or choose another folder with --checkpoint DIR.");
        }
    }

    /** @throws TrainingException if it can't be written; those that are there stay */
    void write(Checkpoint checkpoint) throws TrainingException {
        if (!isFinite(checkpoint.state())) {
            throw new TrainingException("After step %d the network has values that are not finite. %s %s"
                    .formatted(checkpoint.step(), TrainingAdvice.LOWER_RATE, lastGood()));
        }
        try {
            Files.createDirectories(folder);
            AtomicFile.write(folder.resolve(NAME.formatted(checkpoint.step())),
                    out -> CheckpointFile.write(checkpoint, disk.apply(out)));
        } catch (IOException e) {
            throw new TrainingException("The checkpoint of step %d can't be written to %s: %s. %s".formatted(
                    checkpoint.step(), folder, TrainingAdvice.reason(e), lastGood()), e);
        }
        deleteOld();
    }

    private static boolean isFinite(TrainingState state) {
        return Stream.of(state.values(), state.firstMoments(), state.secondMoments()).flatMap(List::stream)
                .allMatch(Checkpoints::isFinite);
    }

    private static boolean isFinite(float[] values) {
        for (float value : values) {
            if (!Float.isFinite(value)) {
                return false;
            }
        }
        return true;
    }

    /** What is left of a training that stops, for people. */
    String lastGood() {
        try {
            List<Path> files = files();
            return files.isEmpty()
                    ? "There is no checkpoint yet."
                    : "The last good checkpoint, %s in %s, is kept.".formatted(files.getLast().getFileName(), folder);
        } catch (TrainingException e) {
            return e.getMessage();
        }
    }

    /** A checkpoint that stays behind is no reason to stop. */
    private void deleteOld() throws TrainingException {
        List<Path> files = files();
        for (Path old : files.subList(0, Math.max(0, files.size() - KEPT))) {
            try {
                Files.deleteIfExists(old);
            } catch (IOException _) {
                // tried again after the next one
            }
        }
    }

    /**
     * The last checkpoint that is whole.
     *
     * @param warning hears of each later one that is not
     * @return empty if the folder has no checkpoint at all
     * @throws TrainingException if none of those there is whole
     */
    Optional<Checkpoint> latest(Consumer<String> warning) throws TrainingException {
        List<Path> files = new ArrayList<>(files());
        Collections.reverse(files);
        for (Path file : files) {
            try {
                return Optional.of(CheckpointFile.read(file));
            } catch (IOException e) {
                warning.accept("%s in %s can't be used: %s. The one before is tried.".formatted(file.getFileName(),
                        folder, TrainingAdvice.reason(e)));
            }
        }
        if (!files.isEmpty()) {
            throw new TrainingException("No checkpoint in %s can be used. Start the training again without --resume, "
                    .formatted(folder) + "with another folder or after deleting this one.");
        }
        return Optional.empty();
    }

    /** In the order of their steps. */
    private List<Path> files() throws TrainingException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(file -> NAMES.matcher(file.getFileName().toString()).matches()).sorted().toList();
        } catch (IOException e) {
            throw new TrainingException("The checkpoints in %s can't be listed: %s.".formatted(folder,
                    TrainingAdvice.reason(e)), e);
        }
    }

    /** Deletes the checkpoints of a training that is done with, and their folder if nothing else is in it. */
    public void delete() throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> entries = Files.list(folder)) {
            for (Path file : entries.toList()) {
                String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
                if (NAMES.matcher(name.replace(AtomicFile.PARTIAL, "")).matches()) {
                    Files.delete(file);
                }
            }
        }
        try (Stream<Path> entries = Files.list(folder)) {
            if (entries.findAny().isPresent()) {
                return;
            }
        }
        Files.delete(folder);
    }
}
