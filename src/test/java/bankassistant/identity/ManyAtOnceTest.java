package bankassistant.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A window and several commands at the same time. */
class ManyAtOnceTest {

    @TempDir
    private Path folder;

    @Test
    void every_failed_attempt_counts_whoever_makes_it() throws Exception {
        atOnce(3, () -> {
            new Attempts(folder, java.time.Instant::now).begin("tilda", "tilda", Optional.of(Role.TELLER));
            return null;
        });

        assertThat(new ObjectMapper().readTree(folder.resolve("sign-in.json").toFile()).at("/failures/tilda/times")
                .intValue()).isEqualTo(3);
    }

    @Test
    void no_user_is_lost_when_two_add_some() throws Exception {
        Branch branch = Branch.readyMade(folder);
        List<Callable<Void>> all = new ArrayList<>();
        try (Session ada = branch.administrator(); Session again = branch.administrator()) {
            for (int i = 0; i < 3; i++) {
                String name = "user" + i;
                all.add(() -> add(new Branch(folder), ada, "first-" + name));
                all.add(() -> add(new Branch(folder), again, "second-" + name));
            }
            atOnce(all);
            assertThat(branch.identity.administration(ada).list()).hasSize(3 + 6);
        }
    }

    @Test
    void a_process_that_is_killed_while_it_writes_leaves_a_file_that_opens() throws Exception {
        Branch branch = Branch.readyMade(folder);
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), Rewriter.class.getName(), folder.toString()).redirectErrorStream(
                        true)
                .start();
        for (int round = 0; round < 200 && process.getInputStream().read() >= 0; round++) {
            // it has written this often
        }
        process.destroyForcibly().waitFor(20, TimeUnit.SECONDS);

        try (Session tilda = branch.teller()) {
            assertThat(tilda.usersRevision()).isGreaterThan(100);
        }
    }

    /** Changes the users file again and again, and says so. */
    static final class Rewriter {

        private Rewriter() {}

        public static void main(String[] arguments) throws IOException {
            Path folder = Path.of(arguments[0]);
            UsersFile users = new UsersFile(folder);
            StoreId store = users.required().roster().store();
            try (Session otto = new Branch(folder).auditor(); RoleKey key = otto.key()) {
                while (true) {
                    users.change(store, key, roster -> roster.without(List.of()));
                    System.out.write('.');
                    System.out.flush();
                }
            }
        }
    }

    private static Void add(Branch branch, Session session, String name) throws IOException {
        branch.identity.administration(session).add(name, Role.TELLER).close();
        return null;
    }

    private static void atOnce(int times, Callable<Void> task) throws Exception {
        List<Callable<Void>> all = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            all.add(task);
        }
        atOnce(all);
    }

    private static void atOnce(List<Callable<Void>> tasks) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(tasks.size())) {
            for (Future<Void> done : threads.invokeAll(tasks)) {
                done.get();
            }
        }
    }
}
