package bankassistant.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A store that was there before a backup was restored. It lies beside the log, encrypted with the same key, and no erasure of records
 * reaches it, so that it is deleted as a whole once all in it is older than records are kept.
 *
 * @param movedAside when the backup was restored: all its records are older
 */
public record OldStore(Path file, Instant movedAside) {

    private static final String NAME = "records-before-";
    private static final String SUFFIX = ".mv.db";
    private static final Pattern NAMES = Pattern.compile(NAME + "([0-9]{1,15})" + SUFFIX.replace(".", "\\."));

    static OldStore at(Path folder, Instant time) {
        return new OldStore(folder.resolve(NAME + time.toEpochMilli() + SUFFIX),
                Instant.ofEpochMilli(time.toEpochMilli()));
    }

    /** Those in the folder of a log, oldest first. */
    public static List<OldStore> in(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<OldStore> found = new ArrayList<>();
            for (Path file : files.sorted().toList()) {
                Matcher name = NAMES.matcher(file.getFileName().toString());
                if (name.matches()) {
                    found.add(new OldStore(file, Instant.ofEpochMilli(Long.parseLong(name.group(1)))));
                }
            }
            found.sort((a, b) -> a.movedAside().compareTo(b.movedAside()));
            return List.copyOf(found);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String name() {
        return file.getFileName().toString();
    }

    /** Whether a hold may cover something in it: it is not opened to see. */
    boolean mayBeCoveredBy(Hold hold) {
        return hold.terms().from().map(from -> !from.isAfter(movedAside)).orElse(true);
    }
}
