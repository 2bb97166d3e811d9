package bankassistant.audit;

import bankassistant.audit.record.Entries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** A process of its own that appends records and says which ones were acknowledged, until it is killed. */
final class AppendingProcess {

    private AppendingProcess() {}

    public static void main(String[] arguments) {
        AuditPlace place = new AuditPlace(Path.of(arguments[0]), List.of(), 7);
        try (AuditLog log = AuditLog.open(place, Logs.key(1), Logs.STATION, Clock.systemUTC())) {
            System.out.println("open");
            while (true) {
                Receipt receipt = log.append(Logs.TELLER, Entries.question("question " + log.size()));
                System.out.println(receipt.sequence() + " " + receipt.leaf());
            }
        } catch (AuditException e) {
            System.out.println(e.problem());
        }
    }

    /** @param said where it writes what it says */
    static Process start(Path folder, Path said) throws IOException {
        return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m",
                "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
                AppendingProcess.class.getName(), folder.toString()).redirectError(ProcessBuilder.Redirect.DISCARD)
                .redirectOutput(said.toFile()).start();
    }

    /** Whole lines the process has said. */
    static List<String> said(Path file) throws IOException {
        String all = Files.readString(file);
        List<String> lines = new ArrayList<>(all.lines().toList());
        if (!all.endsWith("\n") && !lines.isEmpty()) {
            lines.removeLast();
        }
        return lines;
    }
}
