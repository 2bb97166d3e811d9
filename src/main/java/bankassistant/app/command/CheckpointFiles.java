package bankassistant.app.command;

import bankassistant.app.RefusedException;
import bankassistant.audit.note.SignedCheckpoint;
import bankassistant.audit.note.VerifyingKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Checkpoints and keys from files that a person names. */
final class CheckpointFiles {

    /** Neither a checkpoint nor a key is as large. */
    private static final int LARGEST = 4_096;

    private CheckpointFiles() {}

    /**
     * @param places files, or folders with checkpoint files somewhere below
     * @throws RefusedException if one is no checkpoint, or a folder has none
     */
    static List<SignedCheckpoint> read(List<Path> places) throws IOException {
        List<SignedCheckpoint> read = new ArrayList<>();
        for (Path place : places) {
            List<Path> files = files(place);
            if (files.isEmpty()) {
                throw new RefusedException(place + " holds no checkpoints.");
            }
            for (Path file : files) {
                read.add(SignedCheckpoint.parse(text(file))
                        .orElseThrow(() -> new RefusedException(file + " is no checkpoint, or was altered.")));
            }
        }
        return read;
    }

    private static List<Path> files(Path place) throws IOException {
        if (!Files.isDirectory(place)) {
            return List.of(place);
        }
        try (Stream<Path> below = Files.walk(place)) {
            return below.filter(file -> file.getFileName().toString().matches("checkpoint-\\d+(-\\d+)?\\.txt")).sorted()
                    .toList();
        }
    }

    /** @throws RefusedException if it is no key */
    static VerifyingKey key(Path file) throws IOException {
        return VerifyingKey.parse(text(file))
                .orElseThrow(() -> new RefusedException(file + " is no public key of an audit log."));
    }

    private static String text(Path file) throws IOException {
        if (Files.size(file) > LARGEST) {
            return "";
        }
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }
}
