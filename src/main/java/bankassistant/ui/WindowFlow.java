package bankassistant.ui;

import bankassistant.chat.History;
import bankassistant.identity.IdleLock;
import bankassistant.identity.Password;
import bankassistant.identity.Permission;
import bankassistant.identity.Permissions;
import bankassistant.identity.Role;
import bankassistant.identity.Session;
import bankassistant.ui.audit.StageFileChoice;
import bankassistant.ui.shell.AssistantWindow;
import bankassistant.ui.shell.Messages;
import bankassistant.ui.shell.Screen;
import bankassistant.ui.shell.ThemeSwitch;
import bankassistant.ui.signin.EnrolScreen;
import bankassistant.ui.signin.EnrolViewModel;
import bankassistant.ui.signin.PasswordScreen;
import bankassistant.ui.signin.PasswordViewModel;
import bankassistant.ui.signin.SetUpScreen;
import bankassistant.ui.signin.SetUpViewModel;
import bankassistant.ui.signin.SignInScreen;
import bankassistant.ui.signin.SignInViewModel;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.input.InputEvent;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which screen is shown when: set-up, sign-in, the desk of who signed in, the lock. On the JavaFX thread only. Locking forgets the
 * conversation, since what placeholders stand for is wiped with it. Nobody gets in before the one who left has left everything.
 */
final class WindowFlow {

    private static final Logger LOG = LoggerFactory.getLogger(WindowFlow.class);
    private static final Duration CHECKS = Duration.seconds(2);

    private final Access access;
    private final Desks desks;
    private final Messages messages;
    private final Executor background;
    private final Executor doorkeeper;
    private final Timeline watch;
    private final IdleLocks idleLocks;
    private IdleLock idle;
    /** Of who signed in last. */
    private volatile java.time.Duration idleLimit = IdleLock.USUAL;
    private Stage stage;
    private AssistantWindow window;
    private Session session;
    private Desk desk;
    private SetUpViewModel setUp;
    private EnrolViewModel enrolling;
    private boolean locked;
    /** Done when nothing is open any more for who was signed in before. */
    private volatile CompletableFuture<Void> departure = CompletableFuture.completedFuture(null);

    /**
     * @param background makes the assistant ready and answers, one thing after the other
     * @param doorkeeper tries passwords and reads what is short; must not wait for the other
     */
    WindowFlow(Access access, Desks desks, Messages messages, Executor background, Executor doorkeeper) {
        this(access, desks, messages, background, doorkeeper,
                (limit, lock) -> new IdleLock(limit, InstantSource.system(), System::nanoTime, lock));
    }

    /** Makes locks. */
    @FunctionalInterface
    interface IdleLocks {

        IdleLock after(java.time.Duration limit, Runnable lock);
    }

    WindowFlow(Access access, Desks desks, Messages messages, Executor background, Executor doorkeeper,
            IdleLocks idleLocks) {
        this.access = access;
        this.desks = desks;
        this.messages = messages;
        this.background = background;
        this.doorkeeper = doorkeeper;
        this.idleLocks = idleLocks;
        this.idle = idleLocks.after(idleLimit, this::lock);
        this.watch = new Timeline(new KeyFrame(CHECKS, _ -> idle.check()));
        watch.setCycleCount(Animation.INDEFINITE);
    }

    /** The desk of who is present; to be begun before the window is built, so that both go on at once. */
    Optional<Desk> begin() {
        access.present().ifPresent(this::welcome);
        return Optional.ofNullable(desk);
    }

    /** Shows the window with its first screen. */
    void show(Stage shown, ThemeSwitch theme, boolean isSetUp) {
        stage = shown;
        Supplier<Screen> first = () -> desk != null ? deskScreen() : isSetUp ? signInScreen() : setUpScreen();
        window = new AssistantWindow(stage, messages, theme, first);
        if (access.locks()) {
            stage.getScene().addEventFilter(InputEvent.ANY, this::touched);
            watch.play();
        }
        window.show();
    }

    /** Ends all. What is returned is done when nothing is on its way any more. */
    CompletableFuture<Void> close() {
        watch.stop();
        if (setUp != null) {
            setUp.close();
        }
        if (enrolling != null) {
            enrolling.close();
        }
        return desk == null ? departure : desk.close();
    }

    private Screen setUpScreen() {
        setUp = new SetUpViewModel(access::setUp, doorkeeper, Platform::runLater, messages,
                later(() -> window.show(signInScreen())));
        return new SetUpScreen(setUp, messages);
    }

    private Screen signInScreen() {
        SignInViewModel model = new SignInViewModel(this::signIn, Optional.empty(), doorkeeper, Platform::runLater,
                messages, this::enter, this::enrol);
        return new SignInScreen(model, messages, Optional.empty(), access.demoUsers());
    }

    private Session signIn(String name, Password password) throws IOException {
        departure.join();
        Session entered = access.signIn(name, password);
        idleLimit = access.idleLimit();
        return entered;
    }

    private Runnable enrol(String name, Password password) throws IOException {
        Role role = access.enrolling(name, password);
        Password oneTime = password.copy();
        return () -> window.show(enrolScreen(name, role, oneTime));
    }

    private Screen enrolScreen(String name, Role role, Password oneTime) {
        enrolling = new EnrolViewModel(name, role, oneTime, (who, given, chosen, voucher) -> {
            Session entered = access.enrol(who, given, chosen, voucher);
            idleLimit = access.idleLimit();
            return entered;
        }, doorkeeper, Platform::runLater, messages, this::enter);
        return new EnrolScreen(enrolling, messages, later(this::abandonEnrolment));
    }

    private void enter(Session entered) {
        enrolling = null;
        welcome(entered);
        window.show(deskScreen());
    }

    private Screen passwordScreen() {
        Session present = session;
        PasswordViewModel model = new PasswordViewModel(present.who().user(),
                (now, chosen) -> access.changePassword(present, now, chosen), doorkeeper, Platform::runLater, messages);
        return new PasswordScreen(model, messages, later(() -> window.show(deskScreen())));
    }

    private void welcome(Session entered) {
        session = entered;
        locked = false;
        idle = idleLocks.after(idleLimit, this::lock);
        desk = switch (entered.who().role()) {
            case TELLER, PRESENTER -> new ChatDesk(desks.chat(), history(entered), background, doorkeeper, messages);
            case AUDITOR -> new AuditDesk(desks.records(entered), desks.folder(),
                    new StageFileChoice(() -> stage, messages), messages);
            case ADMINISTRATOR -> new UsersDesk(desks.accounts(entered), entered.who().user(), background, messages);
        };
    }

    private Optional<History> history(Session entered) {
        return Permissions.allows(entered.who().role(), Permission.READ_OWN_HISTORY)
                ? Optional.of(desks.history(entered))
                : Optional.empty();
    }

    private Screen deskScreen() {
        return new SessionScreen(desk.screen(), session.who(), messages,
                access.locks() ? Optional.of(later(this::lock)) : Optional.empty(),
                () -> window.show(passwordScreen()), this::signOut);
    }

    /** What a key does to the screens is done once the key's event is through: the event walks the keys of the screen. */
    private static Runnable later(Runnable action) {
        return () -> Platform.runLater(action);
    }

    private void touched(Event event) {
        boolean before = locked;
        idle.check();
        if (locked && !before) {
            // the key that woke the screen is not for what was behind it
            event.consume();
        }
        idle.touched();
    }

    private void lock() {
        if (session == null) {
            abandonEnrolment();
            return;
        }
        if (locked) {
            return;
        }
        locked = true;
        desk.lock();
        Session present = session;
        // waits for an answer that is on its way to end
        Thread.ofPlatform().daemon().name("lock").start(present::lock);
        SignInViewModel model = new SignInViewModel((_, password) -> {
            access.unlock(present, password);
            return present;
        }, Optional.of(present.who().user()), doorkeeper, Platform::runLater, messages, this::unlocked,
                (_, _) -> this::signOut);
        window.show(new SignInScreen(model, messages, Optional.of(later(this::signOut)), Map.of()));
    }

    /** The password was right; but somebody may have signed out meanwhile. */
    private void unlocked(Session back) {
        if (session == back) {
            locked = false;
            idle.restart();
            desk.unlock();
            window.show(deskScreen());
        }
    }

    /** Somebody went away with their one-time password on the screen. */
    private void abandonEnrolment() {
        if (enrolling != null && !enrolling.working().get()) {
            enrolling.close();
            enrolling = null;
            window.show(signInScreen());
        }
    }

    private void signOut() {
        if (session == null) {
            return;
        }
        Session leaving = session;
        departure = desk.close().handleAsync((_, _) -> {
            access.signOut(leaving);
            return (Void) null;
        }, task -> Thread.ofPlatform().daemon().name("sign-out").start(task)).exceptionally(failure -> {
            LOG.error("Signing out met a {}", failure.getClass().getName(), failure);
            return null;
        });
        session = null;
        desk = null;
        window.show(signInScreen());
    }
}
