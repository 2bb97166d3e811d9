package bankassistant.audit;

import bankassistant.audit.note.SignedCheckpoint;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A folder that checkpoints are copied to: beside the store, on a share, on a removable drive. Each is a text file of its own,
 * in a folder with the store's name; nothing there is ever overwritten.
 */
final class Witness {

    private static final String FILES = "checkpoint-*.txt";
    /** A checkpoint is some 300 bytes; a larger file is none. */
    private static final int LARGEST_FILE = 4_096;

    private final Path folder;

    Witness(Path folder) {
        this.folder = folder;
    }

    Path folder() {
        return folder;
    }

    /**
     * Keeps a checkpoint. A folder that is not there is not made: where the drive is away, its place would be on this disk.
     *
     * @throws IOException if it can't be written; the drive may be away
     */
    void keep(SignedCheckpoint checkpoint) throws IOException {
        Path place = folder.resolve(checkpoint.signer());
        Path file = place.resolve("checkpoint-%015d.txt".formatted(checkpoint.checkpoint().size()));
        if (read(file).filter(kept -> !kept.checkpoint().root().equals(checkpoint.checkpoint().root())).isPresent()) {
            // of records that were given up for an older backup: both are evidence
            file = place.resolve("checkpoint-%015d-%d.txt".formatted(checkpoint.checkpoint().size(),
                    checkpoint.checkpoint().time().toEpochMilli()));
        }
        if (Files.exists(file)) {
            return;
        }
        if (!Files.isDirectory(place)) {
            Files.createDirectory(place);
        }
        Path partial = Files.createTempFile(place, "new-", ".tmp");
        try (FileChannel channel = FileChannel.open(partial, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(checkpoint.text().getBytes(StandardCharsets.UTF_8)));
            channel.force(true);
        }
        Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Of those that count the checkpoint with the most records; empty if there is none or the folder can't be read. */
    Optional<SignedCheckpoint> newest(String store, Predicate<SignedCheckpoint> counts) {
        return files(store).reversed().stream().flatMap(file -> read(file).stream()).filter(counts).findFirst();
    }

    /** All checkpoints of a store, by size. What can't be read as one is left out. */
    List<SignedCheckpoint> all(String store) {
        return files(store).stream().flatMap(file -> read(file).stream()).toList();
    }

    /** Of some checkpoints those that are not among the copies, whenever those were signed. */
    static List<SignedCheckpoint> without(List<SignedCheckpoint> notes, List<SignedCheckpoint> copies) {
        Set<List<Object>> states = copies.stream().map(Witness::state).collect(Collectors.toSet());
        return notes.stream().filter(note -> !states.contains(state(note))).toList();
    }

    private static List<Object> state(SignedCheckpoint note) {
        return List.of(note.checkpoint().size(), note.checkpoint().root());
    }

    /** How many checkpoints of a store lie here, as the names of their files say. */
    int count(String store) {
        return files(store).size();
    }

    /** Whether any store left checkpoints here. */
    boolean knowsAny() {
        try (DirectoryStream<Path> stores = Files.newDirectoryStream(folder)) {
            for (Path store : stores) {
                if (!files(store.getFileName().toString()).isEmpty()) {
                    return true;
                }
            }
            return false;
        } catch (IOException | DirectoryIteratorException e) {
            return false;
        }
    }

    private List<Path> files(String store) {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder.resolve(store), FILES)) {
            found.forEach(files::add);
        } catch (IOException | DirectoryIteratorException e) {
            return List.of();
        }
        files.sort(null);
        return files;
    }

    /** A checkpoint from a file, or nothing. */
    static Optional<SignedCheckpoint> read(Path file) {
        try {
            return Files.size(file) > LARGEST_FILE
                    ? Optional.empty()
                    : SignedCheckpoint.parse(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return folder.toString();
    }
}
