package bankassistant.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Runs a copy of the launcher with JDKs and a Maven that only say that they were called. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has a launcher of its own")
class LauncherTest {

    private static final String NEWER = "25.0.1";

    @TempDir
    private Path temp;
    private Path root;
    private Path bin;
    private Path usual;
    private final List<String> environment = new ArrayList<>();

    @BeforeEach
    void aCheckout() throws IOException {
        root = Files.createDirectories(temp.resolve("the assistant"));
        usual = temp.resolve("usual jdks");
        bin = Files.createDirectories(temp.resolve("bin"));
        for (String tool : List.of("sh", "dirname", "readlink", "sed", "head", "find", "mktemp", "cat", "rm", "touch",
                "env", "mkdir")) {
            Path real = Files.exists(Path.of("/usr/bin", tool)) ? Path.of("/usr/bin", tool) : Path.of("/bin", tool);
            Files.createSymbolicLink(bin.resolve(tool), real);
        }
        String launcher = Files.readString(Path.of("assistant")).replace("/usr/lib/jvm/*", "'" + usual + "'/*")
                .replace("/opt/*", "");
        executable(root.resolve("assistant"), launcher);
        Files.createDirectories(root.resolve("src/main"));
        Files.writeString(root.resolve("src/main/Source.java"), "");
        Files.writeString(root.resolve("pom.xml"), "");
    }

    @Test
    void takes_the_jdk_of_java_home() throws Exception {
        build();
        environment.add("JAVA_HOME=" + jdk(temp.resolve("my jdk"), NEWER));

        assertThat(start().out()).startsWith("java " + temp.resolve("my jdk"));
    }

    @Test
    void passes_over_an_old_jdk_and_a_runtime_without_compiler() throws Exception {
        build();
        environment.add("JAVA_HOME=" + jdk(temp.resolve("old"), "17.0.15"));
        Files.createSymbolicLink(bin.resolve("java"), temp.resolve("old/bin/java"));
        Files.delete(jdk(usual.resolve("a-runtime"), NEWER).resolve("bin/javac"));
        jdk(usual.resolve("b-jdk"), "26");

        assertThat(start().out()).startsWith("java " + usual.resolve("b-jdk"));
    }

    @Test
    void takes_the_jdk_on_the_path_behind_links() throws Exception {
        build();
        jdk(temp.resolve("jdk"), NEWER);
        Files.createSymbolicLink(temp.resolve("alternative"), temp.resolve("jdk/bin/java"));
        Files.createSymbolicLink(bin.resolve("java"), temp.resolve("alternative"));

        assertThat(start().out()).startsWith("java " + temp.resolve("jdk"));
    }

    @Test
    void finds_the_jdks_of_sdkman() throws Exception {
        build();
        jdk(temp.resolve(".sdkman/candidates/java/25.0.1-tem"), NEWER);

        assertThat(start().out()).contains("25.0.1-tem");
    }

    @Test
    void asks_java_itself_when_there_is_no_release_file() throws Exception {
        build();
        Files.delete(jdk(usual.resolve("jdk"), NEWER).resolve("release"));

        assertThat(start().out()).startsWith("java ");
    }

    @Test
    void says_in_one_sentence_that_a_jdk_is_missing() throws Exception {
        build();
        environment.add("JAVA_HOME=" + jdk(temp.resolve("old"), "17.0.15"));

        Ended ended = start();
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.err().lines()).singleElement().asString().contains("needs a JDK 25 or newer");
    }

    @Test
    void says_in_one_sentence_that_maven_is_missing() throws Exception {
        jdk(usual.resolve("jdk"), NEWER);

        Ended ended = start();
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.err().lines()).singleElement().asString().contains("install Maven");
    }

    @Test
    void builds_when_nothing_is_built_and_then_starts() throws Exception {
        jdk(usual.resolve("jdk"), NEWER);
        maven("mkdir -p target/lib && touch target/banking-assistant.jar && echo noise");

        Ended ended = start();
        assertThat(ended.out()).startsWith("java ").doesNotContain("noise");
        assertThat(ended.err().lines()).satisfiesExactly(first -> assertThat(first).startsWith("Building"),
                second -> assertThat(second).startsWith("Getting ready"));
        assertThat(Files.readString(root.resolve("called"))).isEqualTo("-q -B -DskipTests package, JDK "
                + usual.resolve("jdk") + "\n");
    }

    @Test
    void builds_when_a_source_is_newer_and_not_again() throws Exception {
        jdk(usual.resolve("jdk"), NEWER);
        maven("true");
        build();
        assertThat(start().err()).isEmpty();

        FileTime later = FileTime.from(Instant.now().plusSeconds(2));
        Files.setLastModifiedTime(root.resolve("src/main/Source.java"), later);
        assertThat(start().err()).startsWith("Building");
    }

    @Test
    void shows_what_maven_said_when_it_fails() throws Exception {
        jdk(usual.resolve("jdk"), NEWER);
        maven("echo 'COMPILATION ERROR'; exit 1");

        Ended ended = start();
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.err()).contains("COMPILATION ERROR").contains("could not be built");
        assertThat(ended.out()).isEmpty();
    }

    @Test
    void starts_what_is_built_when_maven_is_missing() throws Exception {
        jdk(usual.resolve("jdk"), NEWER);
        build();
        Files.setLastModifiedTime(root.resolve("pom.xml"), FileTime.from(Instant.now().plusSeconds(2)));

        Ended ended = start();
        assertThat(ended.out()).startsWith("java ");
        assertThat(ended.err()).contains("Maven is missing");
    }

    @Test
    void hands_over_arguments_as_they_are_from_any_folder_and_through_links() throws Exception {
        jdk(usual.resolve("jdk"), NEWER);
        build();
        Path link = Files.createSymbolicLink(temp.resolve("a link"), root.resolve("assistant"));

        String out = run(link, temp, "ask", "it's $5 & \"more\"", "").out();
        assertThat(out.lines().skip(1)).endsWith("[ask]", "[it's $5 & \"more\"]", "[]").contains(
                "[-Dbankassistant.home=" + root.toRealPath() + "]", "[--module-path]",
                "[" + root.toRealPath().resolve("target/lib/javafx-base-26-linux.jar") + "]",
                "[-Dai.djl.offline=true]");
        assertThat(out.lines()).noneMatch(line -> line.contains("picocli.jar") && line.contains("javafx-base"));
    }

    @Test
    void sets_what_the_engine_reads_on_every_system() throws IOException {
        for (String variable : List.of("DJL_OFFLINE", "OPT_OUT_TRACKING", "OMP_WAIT_POLICY")) {
            assertThat(Path.of("assistant")).content().contains(variable);
            assertThat(Path.of("assistant.cmd")).content().contains("set \"" + variable + "=");
        }
        assertThat(Path.of("assistant.cmd")).content()
                .contains("if not defined OMP_WAIT_POLICY set \"OMP_WAIT_POLICY=PASSIVE\"");
        // GNU's library, which Windows' engine is not built with
        assertThat(Path.of("assistant")).content().containsPattern("GOMP_SPINCOUNT:=\\d+")
                .containsPattern("export .*GOMP_SPINCOUNT");
    }

    @Test
    void has_java_write_nothing_that_could_hold_a_question() throws IOException {
        for (String launcher : List.of("assistant", "assistant.cmd")) {
            // dumps of memory, crash reports with the command line, and statistics with it
            assertThat(Path.of(launcher)).content().contains(" -XX:-HeapDumpOnOutOfMemoryError ",
                    " -XX:-CreateCoredumpOnCrash ",
                    " -XX:+SuppressFatalErrorMessage ", " -XX:-UsePerfData ");
        }
    }

    @Test
    void gives_back_the_exit_code() throws Exception {
        executable(jdk(usual.resolve("jdk"), NEWER).resolve("bin/java"), "#!/bin/sh\nexit 2\n");
        build();

        assertThat(start().code()).isEqualTo(2);
    }

    private void build() throws IOException {
        Files.createDirectories(root.resolve("target/lib"));
        Files.writeString(root.resolve("target/lib/javafx-base-26-linux.jar"), "");
        Files.writeString(root.resolve("target/lib/picocli.jar"), "");
        Path jar = Files.writeString(root.resolve("target/banking-assistant.jar"), "");
        Files.setLastModifiedTime(jar, FileTime.from(Instant.now().plusSeconds(1)));
    }

    private Path jdk(Path folder, String version) throws IOException {
        Files.createDirectories(folder.resolve("bin"));
        Files.writeString(folder.resolve("release"), "IMPLEMENTOR=\"X\"\nJAVA_VERSION=\"" + version + "\"\n");
        executable(folder.resolve("bin/javac"), "#!/bin/sh\n");
        executable(folder.resolve("bin/java"), """
                #!/bin/sh
                if [ "$1" = -version ]; then
                    echo 'openjdk version "%s" 2026-01-20' >&2
                    exit 0
                fi
                echo "java $0"
                for argument in "$@"; do
                    echo "[$argument]"
                done
                """.formatted(version));
        return folder;
    }

    private void maven(String script) throws IOException {
        executable(bin.resolve("mvn"), "#!/bin/sh\necho \"$*, JDK $JAVA_HOME\" > called\n" + script + "\n");
    }

    private static void executable(Path file, String text) throws IOException {
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Ended start() throws Exception {
        return run(root.resolve("assistant"), root);
    }

    private Ended run(Path launcher, Path from, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("env", "-i", "PATH=" + bin, "HOME=" + temp));
        command.addAll(environment);
        command.add(launcher.toString());
        command.addAll(List.of(arguments));
        Path out = temp.resolve("out.txt");
        Path err = temp.resolve("err.txt");
        Process process = new ProcessBuilder(command).directory(from.toFile()).redirectOutput(out.toFile())
                .redirectError(err.toFile()).start();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    private record Ended(int code, String out, String err) {}
}
