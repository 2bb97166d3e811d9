package bankassistant.identity;

import static bankassistant.identity.Permission.AGREE_TO_OLDER_STORE;
import static bankassistant.identity.Permission.ASK;
import static bankassistant.identity.Permission.CHANGE_OWN_PASSWORD;
import static bankassistant.identity.Permission.CHANGE_SETTINGS;
import static bankassistant.identity.Permission.EXPIRE_RECORDS;
import static bankassistant.identity.Permission.EXPORT_RECORDS;
import static bankassistant.identity.Permission.HOLD_RECORDS;
import static bankassistant.identity.Permission.MANAGE_MODELS;
import static bankassistant.identity.Permission.MANAGE_POLICIES;
import static bankassistant.identity.Permission.MANAGE_USERS;
import static bankassistant.identity.Permission.PRESENT;
import static bankassistant.identity.Permission.READ_ALL_RECORDS;
import static bankassistant.identity.Permission.READ_OWN_HISTORY;
import static bankassistant.identity.Permission.VERIFY_RECORDS;
import static bankassistant.identity.Permission.VOUCH;
import static bankassistant.identity.Role.ADMINISTRATOR;
import static bankassistant.identity.Role.AUDITOR;
import static bankassistant.identity.Role.PRESENTER;
import static bankassistant.identity.Role.TELLER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PermissionsTest {

    /** Written down a second time, so that nobody gains anything by a slip. */
    private static final Map<Permission, Set<Role>> WHO = Map.ofEntries(Map.entry(ASK, Set.of(TELLER, PRESENTER)),
            Map.entry(READ_OWN_HISTORY, Set.of(TELLER)), Map.entry(PRESENT, Set.of(PRESENTER)),
            Map.entry(READ_ALL_RECORDS, Set.of(AUDITOR)), Map.entry(EXPORT_RECORDS, Set.of(AUDITOR)),
            Map.entry(VERIFY_RECORDS, Set.of(AUDITOR)), Map.entry(EXPIRE_RECORDS, Set.of(AUDITOR)),
            Map.entry(HOLD_RECORDS, Set.of(AUDITOR)), Map.entry(VOUCH, Set.of(TELLER)),
            Map.entry(MANAGE_USERS, Set.of(ADMINISTRATOR)), Map.entry(MANAGE_MODELS, Set.of(ADMINISTRATOR)),
            Map.entry(MANAGE_POLICIES, Set.of(ADMINISTRATOR)), Map.entry(CHANGE_SETTINGS, Set.of(ADMINISTRATOR)),
            Map.entry(AGREE_TO_OLDER_STORE, Set.of(AUDITOR, ADMINISTRATOR)),
            Map.entry(CHANGE_OWN_PASSWORD, Set.of(Role.values())));

    static Stream<Arguments> everyPermissionByEveryRole() {
        return Arrays.stream(Permission.values()).flatMap(
                permission -> Arrays.stream(Role.values()).map(role -> Arguments.of(permission, role)));
    }

    @ParameterizedTest
    @MethodSource("everyPermissionByEveryRole")
    void a_role_may_do_what_the_table_says_and_nothing_else(Permission permission, Role role) {
        SignedIn somebody = new SignedIn("somebody", role, "session");

        if (WHO.get(permission).contains(role)) {
            assertThatCode(() -> Permissions.require(somebody, permission)).doesNotThrowAnyException();
        } else {
            assertThatThrownBy(() -> Permissions.require(somebody, permission))
                    .isInstanceOf(NotPermittedException.class).hasMessageContaining("may not " + permission.words());
        }
    }

    @Test
    void the_documentation_shows_the_same_table() throws IOException {
        String head = "| may | " + Arrays.stream(Role.values()).map(role -> role.name().toLowerCase())
                .collect(Collectors.joining(" | ")) + " |";
        String rows = Arrays.stream(Permission.values()).map(PermissionsTest::row).collect(Collectors.joining("\n"));

        assertThat(Files.readString(Path.of("src/docs/permissions.md"))).contains(head + "\n|---|---|---|---|---|\n"
                + rows + "\n");
    }

    private static String row(Permission permission) {
        return "| " + permission.words() + " | " + Arrays.stream(Role.values())
                .map(role -> Permissions.allows(role, permission) ? "yes" : "–").collect(Collectors.joining(" | "))
                + " |";
    }
}
