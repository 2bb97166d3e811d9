package bankassistant.ui.audit;

import static org.assertj.core.api.Assertions.assertThat;

import bankassistant.audit.Change;
import bankassistant.audit.Finding;
import bankassistant.ui.Fx;
import bankassistant.ui.shell.Theme;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Draws each state of the auditor's screen, in both themes, to {@code target/screens} for people to look at. */
class AuditScreensTest {

    @TempDir
    Path folder;

    private final FakeRecords records = new FakeRecords(1_000_000);

    @ParameterizedTest
    @EnumSource(Theme.class)
    void drawsRecordsAndOneOfThem(Theme theme) {
        records.broken.add(999_994L);
        records.unreadable.add(999_990L);
        try (AuditWindow window = new AuditWindow(records, folder, 1280, 800)) {
            window.theme(theme);
            window.picture(name("records", theme));
            window.open(999_915);
            Fx.run(((Hyperlink) window.find(".source-card .hyperlink"))::fire);
            window.picture(name("record", theme));
        }
        assertDrawn("record", theme);
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void drawsTheSmallWindow(Theme theme) {
        try (AuditWindow window = new AuditWindow(records, folder, 1000, 700)) {
            window.theme(theme);
            Fx.run(() -> ((ToggleButton) window.stage().getScene().lookup("#filtersButton")).fire());
            window.apply(RecordFilter.ALL.during(new TimeRange.LastDays(30)).ofUsers(Set.of(FakeRecords.LONG_NAME))
                    .ofKinds(Set.of("question", "answer")).ofIntents(Set.of("transfer_fee_charged")));
            window.picture(name("small-filters", theme));
            Fx.run(() -> ((ToggleButton) window.stage().getScene().lookup("#filtersButton")).fire());
            window.open(records.size - 313);
            window.picture(name("small-record", theme));
            window.apply(RecordFilter.ALL.holding("unicorn").during(TimeRange.TODAY));
            Fx.run(window.models().records()::closeDetail);
            window.picture(name("small-empty", theme));
        }
        assertDrawn("small-empty", theme);
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void drawsFigures(Theme theme) {
        FakeRecords few = new FakeRecords(12_000);
        try (AuditWindow window = new AuditWindow(few, folder, 1280, 800)) {
            window.theme(theme);
            Fx.run(() -> ((ToggleButton) window.stage().getScene().lookup("#figuresView")).fire());
            Fx.until(() -> !window.models().figures().counting().get());
            window.picture(name("figures", theme));
            window.apply(RecordFilter.ALL.ofKinds(Set.of("sign_in")));
            Fx.until(() -> !window.models().figures().counting().get());
            window.picture(name("figures-none", theme));
        }
        assertDrawn("figures", theme);
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void drawsVerificationAndExport(Theme theme) {
        try (AuditWindow window = new AuditWindow(records, folder, 1000, 700)) {
            window.theme(theme);
            Fx.run(window.models().verify()::start);
            Fx.until(() -> window.models().verify().state().get() instanceof VerifyViewModel.State.Done);
            window.picture(name("verified", theme));
            Fx.run(window.models().verify()::dismiss);
            records.finding = Optional
                    .of(new Finding(Change.DELETION, 512, 514, "Behind record 511 comes record 515."));
            Fx.run(window.models().verify()::start);
            Fx.until(() -> window.models().verify().state().get() instanceof VerifyViewModel.State.Done);
            window.picture(name("altered", theme));
            Fx.run(window.models().verify()::dismiss);
            window.apply(RecordFilter.ALL.inScope(Optional.of(false)).during(TimeRange.TODAY));
            Fx.run(window.models().export()::choose);
            window.picture(name("export", theme));
        }
        assertDrawn("export", theme);
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void drawsFailures(Theme theme) {
        try (AuditWindow window = new AuditWindow(records, folder, 1000, 700)) {
            window.theme(theme);
            records.failing = true;
            TableView<RecordRow> table = window.table();
            Fx.run(() -> table.scrollTo(5_000));
            Fx.until(() -> window.models().records().problem().get() != null);
            window.picture(name("failed-rows", theme));
        }
        try (AuditWindow window = new AuditWindow(records, folder, 1000, 700)) {
            window.theme(theme);
            window.picture(name("failed", theme));
        }
        try (AuditWindow window = new AuditWindow(new FakeRecords(0), folder, 1000, 700)) {
            window.theme(theme);
            window.picture(name("nothing", theme));
        }
        assertDrawn("failed", theme);
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void drawsHowTheLogIsKept(Theme theme) {
        records.state = LogStates.kept();
        try (AuditWindow window = new AuditWindow(records, folder, 1280, 800)) {
            window.theme(theme);
            show(window);
            window.picture(name("state", theme));
            Fx.run(((Button) window.find(".state-line .button"))::fire);
            window.picture(name("lift", theme));
            window.press(KeyCode.ESCAPE);
            Fx.run(((Button) window.find(".state-title .button"))::fire);
            window.picture(name("hold", theme));
        }
        records.state = LogStates.young();
        try (AuditWindow window = new AuditWindow(records, folder, 1000, 700)) {
            window.theme(theme);
            show(window);
            window.picture(name("small-state", theme));
        }
        assertDrawn("small-state", theme);
    }

    private static void show(AuditWindow window) {
        Fx.run(() -> ((ToggleButton) window.stage().getScene().lookup("#stateView")).fire());
        Fx.until(() -> window.models().state().state().get() != null);
        Fx.settle();
    }

    private static String name(String state, Theme theme) {
        return "audit-" + state + "-" + theme.name().toLowerCase(Locale.ROOT);
    }

    private static void assertDrawn(String state, Theme theme) {
        assertThat(AuditWindow.SCREENS.resolve(name(state, theme) + ".png")).isNotEmptyFile();
    }
}
