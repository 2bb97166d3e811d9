package bankassistant.ui;

import bankassistant.chat.Conversation;
import bankassistant.identity.IdentityException;
import bankassistant.identity.IdleLock;
import bankassistant.identity.Password;
import bankassistant.identity.Permission;
import bankassistant.identity.Permissions;
import bankassistant.identity.Session;
import bankassistant.ui.chat.ChatScreen;
import bankassistant.ui.chat.ChatStart;
import bankassistant.ui.chat.ChatViewModel;
import bankassistant.ui.shell.AssistantWindow;
import bankassistant.ui.shell.Messages;
import bankassistant.ui.shell.Screen;
import bankassistant.ui.shell.ThemeSwitch;
import bankassistant.ui.signin.SetUpScreen;
import bankassistant.ui.signin.SetUpViewModel;
import bankassistant.ui.signin.SignInScreen;
import bankassistant.ui.signin.SignInViewModel;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
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

/**
 * Which screen is shown when: set-up, sign-in, the conversation, the lock. On the JavaFX thread only. Locking forgets the
 * conversation, since what placeholders stand for is wiped with it.
 */
final class WindowFlow {

    private static final Duration CHECKS = Duration.seconds(2);

    private final Access access;
    private final ChatStart start;
    private final Messages messages;
    private final Executor background;
    private final Executor doorkeeper;
    private final Timeline watch;
    private final IdleLock idle;
    private AssistantWindow window;
    private Session session;
    private ChatViewModel chat;
    private Screen conversation;
    private boolean locked;

    /**
     * @param background makes the assistant ready and answers, one thing after the other
     * @param doorkeeper tries passwords; must not wait for the other
     */
    WindowFlow(Access access, ChatStart start, Messages messages, Executor background, Executor doorkeeper) {
        this(access, start, messages, background, doorkeeper,
                lock -> new IdleLock(IdleLock.USUAL, InstantSource.system(), System::nanoTime, lock));
    }

    WindowFlow(Access access, ChatStart start, Messages messages, Executor background, Executor doorkeeper,
            java.util.function.Function<Runnable, IdleLock> idleLocks) {
        this.access = access;
        this.start = start;
        this.messages = messages;
        this.background = background;
        this.doorkeeper = doorkeeper;
        this.idle = idleLocks.apply(this::lock);
        this.watch = new Timeline(new KeyFrame(CHECKS, _ -> idle.check()));
        watch.setCycleCount(Animation.INDEFINITE);
    }

    /** The conversation of who is present; to be begun before the window is built, so that both go on at once. */
    Optional<ChatViewModel> begin() {
        access.present().ifPresent(this::welcome);
        return Optional.ofNullable(chat);
    }

    /** Shows the window with its first screen. */
    void show(Stage stage, ThemeSwitch theme, boolean isSetUp) {
        Supplier<Screen> first = () -> session != null ? chatScreen() : isSetUp ? signInScreen() : setUpScreen();
        window = new AssistantWindow(stage, messages, theme, first);
        if (access.locks()) {
            stage.getScene().addEventFilter(InputEvent.ANY, this::touched);
            watch.play();
        }
        window.show();
    }

    void close() {
        watch.stop();
        if (chat != null) {
            chat.close();
        }
    }

    private Screen setUpScreen() {
        SetUpViewModel model = new SetUpViewModel(access::setUp, doorkeeper, Platform::runLater, messages,
                () -> window.show(signInScreen()));
        return new SetUpScreen(model, messages);
    }

    private Screen signInScreen() {
        SignInViewModel model = new SignInViewModel(this::signIn, Optional.empty(), doorkeeper, Platform::runLater,
                messages, entered -> {
                    welcome(entered);
                    window.show(chatScreen());
                });
        return new SignInScreen(model, messages, Optional.empty());
    }

    /** Those who have no screen here are told so. */
    private Session signIn(String name, Password password) throws IOException {
        Session entered = access.signIn(name, password);
        if (!Permissions.allows(entered.who().role(), Permission.ASK)) {
            entered.close();
            throw new IdentityException(messages.text("signin.no.window", entered.who().user()));
        }
        return entered;
    }

    private void welcome(Session entered) {
        session = entered;
        locked = false;
        idle.restart();
        chat = new ChatViewModel(start, background, Platform::runLater,
                () -> new Conversation(UUID.randomUUID().toString()), messages);
        chat.start();
    }

    private Screen chatScreen() {
        Screen screen = new ChatScreen(chat, messages);
        conversation = access.locks() ? new SessionScreen(screen, session.who(), messages, this::lock) : screen;
        return conversation;
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
        if (session == null || locked) {
            return;
        }
        locked = true;
        chat.newConversation();
        Session present = session;
        // waits for an answer that is on its way to end
        Thread.ofPlatform().daemon().name("lock").start(present::lock);
        SignInViewModel model = new SignInViewModel((_, password) -> {
            access.unlock(present, password);
            return present;
        }, Optional.of(present.who().user()), doorkeeper, Platform::runLater, messages, _ -> {
            locked = false;
            idle.restart();
            window.show(conversation);
        });
        window.show(new SignInScreen(model, messages, Optional.of(() -> signOut(present))));
    }

    private void signOut(Session present) {
        doorkeeper.execute(present::close);
        chat.close();
        session = null;
        window.show(signInScreen());
    }
}
