package bankassistant;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import bankassistant.audit.AuditLog;
import bankassistant.audit.Restoring;
import bankassistant.audit.Retention;
import bankassistant.identity.Permission;
import bankassistant.identity.Permissions;
import bankassistant.identity.Session;
import bankassistant.identity.SignedIn;
import bankassistant.privacy.MaskedText;
import bankassistant.privacy.Masker;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules of who may use what. A package that does not exist yet breaks none. */
class ArchitectureTest {

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("bankassistant");

    /** What each package may use besides itself. */
    private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(Map.entry("policy", Set.of()),
            Map.entry("accounts", Set.of()), Map.entry("model", Set.of()), Map.entry("privacy", Set.of("model")),
            Map.entry("understanding", Set.of("privacy", "model")), Map.entry("retrieval", Set.of("policy", "model")),
            Map.entry("answering", Set.of("retrieval", "policy", "accounts", "model")),
            Map.entry("identity", Set.of()), Map.entry("audit", Set.of("identity", "privacy")),
            Map.entry("chat",
                    Set.of("privacy", "understanding", "policy", "retrieval", "accounts", "answering", "model", "audit",
                            "identity")),
            Map.entry("api", Set.of("chat", "privacy", "retrieval", "policy", "identity")),
            Map.entry("ui", Set.of("chat", "privacy", "retrieval", "policy", "audit", "identity")),
            Map.entry("lab",
                    Set.of("chat", "privacy", "understanding", "policy", "retrieval", "accounts", "answering", "model",
                            "audit", "identity", "api")),
            Map.entry("app",
                    Set.of("chat", "privacy", "understanding", "policy", "retrieval", "accounts", "answering", "model",
                            "audit", "identity", "api", "ui", "lab")));

    static Stream<String> packages() {
        return MAY_USE.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("packages")
    void a_package_uses_only_what_it_may(String name) {
        String[] allowed = Stream.concat(Stream.of(name), MAY_USE.get(name).stream()).map(ArchitectureTest::tree)
                .toArray(String[]::new);

        holds(noClasses().that().resideInAPackage(tree(name)).should()
                .dependOnClassesThat(resideInAPackage("bankassistant..").and(not(resideInAnyPackage(allowed))))
                .because("parts that know little of each other can be changed and tested alone"));
    }

    @Test
    void every_package_has_a_rule() {
        assertThat(PRODUCT).extracting(type -> type.getPackageName().replace("bankassistant", "").split("\\."))
                .allSatisfy(parts -> assertThat(parts).as("a package below bankassistant").hasSizeGreaterThan(1))
                .extracting(parts -> parts[1]).allSatisfy(name -> assertThat(MAY_USE).containsKey(name));
    }

    @Test
    void only_the_window_knows_JavaFX() {
        holds(noClasses().that().resideOutsideOfPackages(tree("ui"), tree("app")).should().dependOnClassesThat()
                .resideInAnyPackage("javafx..").because("the core runs without a display, and in tests without one"));
    }

    @Test
    void view_models_know_no_nodes_and_no_stages() {
        holds(noClasses().that().resideInAPackage(tree("ui")).and().haveSimpleNameEndingWith("ViewModel").should()
                .dependOnClassesThat().resideInAnyPackage("javafx.scene..", "javafx.stage..", "javafx.fxml..")
                .because("a view model is tested without a window"));
    }

    @Test
    void the_deep_learning_library_stays_in_the_engine_and_the_tokenizer() {
        holds(noClasses().that().resideOutsideOfPackages(tree("model.torch"), tree("model.token")).should()
                .dependOnClassesThat().resideInAnyPackage("ai.djl..")
                .because("another engine must be able to stand behind the same interface"));
    }

    @Test
    void the_search_library_stays_in_retrieval_and_in_the_audit_logs_index() {
        holds(noClasses().that().resideOutsideOfPackages(tree("retrieval"), tree("audit.search")).should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.lucene..")
                .because("what finds evidence can be replaced without touching who asks for it"));
    }

    @Test
    void the_database_stays_in_the_audit_store() {
        holds(noClasses().that().resideOutsideOfPackage(tree("audit.store")).should().dependOnClassesThat()
                .resideInAnyPackage("org.h2..", "java.sql..")
                .because("one place knows how records are made durable, and that they are only ever added"));
    }

    @Test
    void the_command_line_library_stays_in_the_application() {
        holds(noClasses().that().resideOutsideOfPackage(tree("app")).should().dependOnClassesThat()
                .resideInAnyPackage("picocli..").because("commands are one of several ways to use the core"));
    }

    @Test
    void charts_are_drawn_in_the_lab() {
        holds(noClasses().that().resideOutsideOfPackage(tree("lab")).should().dependOnClassesThat()
                .resideInAnyPackage("org.knowm.xchart..", "java.awt..")
                .because("the window draws with JavaFX, and two toolkits in one process get in each other's way"));
    }

    @Test
    void the_library_for_paper_stays_in_the_exports() {
        holds(noClasses().that().resideOutsideOfPackage(tree("audit.export")).should().dependOnClassesThat()
                .resideInAnyPackage("org.apache.pdfbox..", "org.apache.fontbox..")
                .because("one place writes paper, and a window does not load what it seldom needs"));
    }

    @Test
    void the_library_for_QR_codes_stays_in_the_exports() {
        holds(noClasses().that().resideOutsideOfPackage(tree("audit.export")).should().dependOnClassesThat()
                .resideInAnyPackage("com.google.zxing..").because("one place turns a checkpoint into a picture"));
    }

    @Test
    void the_training_loop_knows_no_engine() {
        holds(noClasses().that().resideInAnyPackage(tree("lab.training"), tree("model.training")).should()
                .dependOnClassesThat().resideInAnyPackage(tree("model.torch"), "ai.djl..")
                .because("it is tested on a network of plain Java, within seconds"));
    }

    @Test
    void only_the_masker_makes_masked_text() {
        holds(noClasses().that().doNotBelongToAnyOf(Masker.class).should()
                .callConstructor(MaskedText.class, String.class, List.class)
                .because("whoever holds a MaskedText can rely on it holding no personal data"));
        assertThat(MaskedText.class.getConstructors()).as("public constructors").isEmpty();
    }

    @Test
    void whether_somebody_may_is_asked_of_their_session_which_notes_who_was_refused() {
        holds(noClasses().that().doNotBelongToAnyOf(Session.class, Retention.class, Restoring.class, AuditLog.class)
                .should()
                .callMethod(Permissions.class, "require", SignedIn.class, Permission.class)
                .because(
                        "a refused attempt leaves a record only where the session was asked; what erases, restores"
                                + " and writes copies again asks once more"));
    }

    @Test
    void nothing_but_the_local_endpoint_opens_a_connection() {
        holds(noClasses().that().resideOutsideOfPackage(tree("api")).should()
                .dependOnClassesThat(resideInAnyPackage("java.net.http", "com.sun.net.httpserver", "javax.net..").or(
                        nameMatching("java\\.net\\..*(Socket|URLConnection).*")))
                .because("the assistant runs wholly on the workstation"));
    }

    private static void holds(ArchRule rule) {
        rule.allowEmptyShould(true).check(PRODUCT);
    }

    private static String tree(String name) {
        return "bankassistant." + name + "..";
    }
}
