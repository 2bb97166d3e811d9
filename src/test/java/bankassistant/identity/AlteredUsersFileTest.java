package bankassistant.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import bankassistant.identity.SignInException.Reason;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What somebody can do to the users file with an editor, and that it helps them nothing. */
class AlteredUsersFileTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    @TempDir
    private Path folder;
    private Branch branch;

    @BeforeEach
    void aBranchWithATeller() throws IOException {
        branch = Branch.readyMade(folder);
    }

    static Stream<Arguments> alterations() {
        return Stream.of(
                alteration("a teller made auditor", users -> user(users, "tilda").put("role", "AUDITOR")),
                alteration("a user removed", users -> users.remove(1)),
                alteration("a user added", users -> users.add(user(users, "tilda").deepCopy().put("name", "trudy"))),
                alteration("users reordered", users -> users.insert(0, users.remove(2))),
                alteration("a user disabled", users -> user(users, "otto").put("disabled", true)),
                alteration("wrapped keys exchanged", users -> {
                    var of = user(users, "tilda").get("secret");
                    user(users, "tilda").set("secret", user(users, "otto").get("secret"));
                    user(users, "otto").set("secret", of);
                }), alteration("a cost lowered", users -> user(users, "tilda").withObject("argon2id").put("passes", 3)),
                alteration("a version", users -> user(users, "tilda").put("version", 1)),
                alteration("a key beside the others", users -> user(users, "tilda").put("note", "x")));
    }

    private static Arguments alteration(String name, Consumer<ArrayNode> change) {
        return Arguments.of(name, change);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("alterations")
    void an_altered_file_is_noticed_and_nobody_gets_in(String name, Consumer<ArrayNode> change) throws IOException {
        ObjectNode file = file();
        change.accept((ArrayNode) file.at("/roster/users"));
        write(file);

        assertAltered(Branch.AUDITOR, Branch.OTTOS);
        assertAltered(Branch.TELLER, Branch.TILDAS);
    }

    @Test
    void whoever_signs_a_file_with_keys_of_their_own_gets_in_nobody() throws IOException {
        SealedRoster genuine = new UsersFile(folder).required();
        byte[] forgers = new byte[FileKey.LENGTH];
        new SecureRandom().nextBytes(forgers);
        StoreId forged = new StoreId(genuine.roster().store().id(), SealingKey.ofStore(forgers).publicKey(), genuine
                .roster().store().administration());
        List<User> users = new ArrayList<>(genuine.roster().users());
        users.replaceAll(user -> user.name().equals(Branch.TELLER)
                ? new User(user.name(), Role.AUDITOR, user.state(), false, user.version(), user.cost(), user.salt(),
                        user.secret(), user.change())
                : user);
        try (RoleKey key = RoleKey.of(Role.AUDITOR, forgers)) {
            Roster roster = new Roster(forged, 9, users, genuine.roster().recovery(), List.of());
            Files.write(branch.usersFile(), RosterJson.file(SealedRoster.seal(roster, key)));
        }

        for (String[] person : new String[][]{{Branch.TELLER, Branch.TILDAS}, {Branch.AUDITOR, Branch.OTTOS}}) {
            assertThat(refused(person[0], person[1])).isEqualTo(Reason.WRONG);
        }
    }

    @Test
    void the_recovery_key_opens_no_forged_file() throws IOException {
        OneTimePassword oneTime = branch.add("theo", Role.TELLER);
        SealedRoster genuine = new UsersFile(folder).required();
        byte[] forgers = new byte[FileKey.LENGTH];
        StoreId store = genuine.roster().store();
        StoreId forged = new StoreId(store.id(), store.storeKey(), SealingKey.ofAdministration(forgers).publicKey());
        UserSecrets secrets = new UserSecrets(new SecureRandom());
        User theo = secrets.seal(new UserSecrets.Profile("theo", Role.AUDITOR, User.State.ENROLLING, false, 1,
                PasswordCost.FLOOR), oneTime.password(), forgers, forged);
        try (RoleKey key = RoleKey.of(Role.ADMINISTRATOR, forgers)) {
            Roster roster = new Roster(forged, 9, List.of(theo), genuine.roster().recovery(), List.of());
            Files.write(branch.usersFile(), RosterJson.file(SealedRoster.seal(roster, key)));
        }

        assertThatThrownBy(() -> branch.identity.enrolment().byRecoveryKey("theo", oneTime.password(), Branch.password(
                Branch.THEOS), branch.recovery)).hasMessageContaining("belongs to other users");
    }

    @Test
    void an_older_file_is_noticed_by_who_remembers_its_revision() throws IOException {
        byte[] older = Files.readAllBytes(branch.usersFile());
        try (Session ada = branch.administrator()) {
            branch.identity.administration(ada).disable(Branch.TELLER);
        }
        long recorded;
        try (Session otto = branch.auditor()) {
            recorded = otto.usersRevision();
            otto.refuseIfOlderThan(recorded);
        }
        Files.write(branch.usersFile(), older);

        try (Session tilda = branch.teller()) {
            assertThatThrownBy(() -> tilda.refuseIfOlderThan(recorded)).hasMessageContaining("older one was put back");
        }
    }

    @Test
    void an_administrator_signs_no_file_that_was_altered_behind_their_back() throws IOException {
        try (Session ada = branch.administrator()) {
            ObjectNode file = file();
            user((ArrayNode) file.at("/roster/users"), "otto").put("disabled", true);
            write(file);

            assertThatThrownBy(() -> branch.identity.administration(ada).add("theo", Role.TELLER)).isInstanceOf(
                    SignInException.class).hasMessageContaining("altered");
        }
    }

    @Test
    void no_single_byte_can_be_changed_unnoticed() throws IOException {
        byte[] genuine = Files.readAllBytes(branch.usersFile());
        SealedRoster sealed = new UsersFile(folder).required();
        for (int i = 0; i < genuine.length; i++) {
            byte[] changed = genuine.clone();
            changed[i] ^= 1;
            try {
                SealedRoster read = RosterJson.read(changed);
                // blanks between values mean nothing
                assertThat(!read.isGenuine() || read.equals(sealed)).as("byte %d", i).isTrue();
            } catch (RosterJson.InvalidException e) {
                // noticed
            }
        }
    }

    private void assertAltered(String name, String password) {
        assertThat(refused(name, password)).isEqualTo(Reason.ALTERED);
    }

    private Reason refused(String name, String password) {
        SignInException refusal = catchThrowableOfType(SignInException.class, () -> branch.signIn(name, password));
        assertThat(refusal).as("a refusal").isNotNull();
        return refusal.reason();
    }

    private ObjectNode file() throws IOException {
        return (ObjectNode) MAPPER.readTree(branch.usersFile().toFile());
    }

    private void write(ObjectNode file) throws IOException {
        Files.write(branch.usersFile(), MAPPER.writeValueAsBytes(file));
    }

    private static ObjectNode user(ArrayNode users, String name) {
        for (var user : users) {
            if (user.get("name").textValue().equals(name)) {
                return (ObjectNode) user;
            }
        }
        throw new AssertionError("no user " + name);
    }
}
