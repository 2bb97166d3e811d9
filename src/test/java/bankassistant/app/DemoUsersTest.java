package bankassistant.app;

import static org.assertj.core.api.Assertions.assertThat;

import bankassistant.identity.Identity;
import bankassistant.identity.Password;
import bankassistant.identity.Role;
import bankassistant.identity.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoUsersTest {

    @TempDir
    private Path temp;

    @Test
    void there_is_one_of_each_role_and_the_password_is_known() throws IOException {
        Path folder = temp.resolve("identity");
        DemoUsers.prepare(folder);

        Identity identity = new Identity(folder, InstantSource.system(), new SecureRandom());
        for (Role role : Role.values()) {
            DemoUsers.DemoUser user = DemoUsers.of(role);
            assertThat(folder.resolve(DemoUsers.FILE)).content().contains(user.password());
            try (Password password = Password.of(user.password().toCharArray());
                    Session session = identity.signIn(user.name(), password)) {
                assertThat(session.who().role()).isEqualTo(role);
            }
        }
    }

    @Test
    void two_first_starts_at_once_make_one_demo_bank() throws Exception {
        Callable<Void> start = () -> {
            DemoUsers.prepare(temp.resolve("identity"));
            return null;
        };
        try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
            for (Future<Void> done : threads.invokeAll(Collections.nCopies(3, start))) {
                done.get();
            }
        }

        try (Stream<Path> left = Files.list(temp)) {
            assertThat(left).containsExactly(temp.resolve("identity"));
        }
    }
}
