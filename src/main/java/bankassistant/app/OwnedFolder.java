package bankassistant.app;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;

/** Makes, marks and empties folders that belong to the application. */
final class OwnedFolder {

    static final String MARKER = ".banking-assistant";

    private OwnedFolder() {}

    /**
     * Makes the folder for the owner only and marks it, or finds its mark.
     *
     * @throws RefusedException if the folder holds something else, or data of another kind
     */
    static void claim(Path folder, String kind) throws IOException {
        Files.createDirectories(folder);
        Path marker = folder.resolve(MARKER);
        if (!Files.exists(marker)) {
            refuseIfInUse(folder);
            Files.writeString(marker, kind + "\n");
        } else if (!Files.readString(marker).strip().equals(kind)) {
            throw new RefusedException(folder + " holds " + description(Files.readString(marker).strip()) + ", not "
                    + description(kind) + ". Choose another folder with --data DIR, or "
                    + (kind.equals("demo") ? "leave out" : "add") + " --demo.");
        }
        keepToOwner(folder);
    }

    private static String description(String kind) {
        return kind.equals("demo") ? "the demo bank" : "the bank's own data";
    }

    private static void refuseIfInUse(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            if (entries.findAny().isPresent()) {
                throw new RefusedException(folder + " holds files that are not the assistant's."
                        + " Choose an empty or a new folder with --data DIR.");
            }
        }
    }

    /** On Windows a folder inherits what the user's own folder allows. */
    private static void keepToOwner(Path folder) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(folder, PosixFileAttributeView.class);
        var ownerOnly = PosixFilePermissions.fromString("rwx------");
        if (view != null && !view.readAttributes().permissions().equals(ownerOnly)) {
            view.setPermissions(ownerOnly);
        }
    }

    /** Deletes a file or a folder with all that is in it; a link is deleted, never followed. */
    static void delete(Path entry) throws IOException {
        Files.walkFileTree(entry, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, IOException failure) throws IOException {
                if (failure != null) {
                    throw failure;
                }
                Files.delete(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
