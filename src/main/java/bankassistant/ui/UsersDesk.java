package bankassistant.ui;

import bankassistant.ui.shell.Messages;
import bankassistant.ui.shell.Screen;
import bankassistant.ui.users.SettingsViewModel;
import bankassistant.ui.users.UserAccounts;
import bankassistant.ui.users.UsersScreen;
import bankassistant.ui.users.UsersViewModel;
import java.time.ZoneId;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javafx.application.Platform;

/** Users and settings, for administrators. */
final class UsersDesk implements Desk {

    private final String self;
    private final Executor background;
    private final Messages messages;
    private final UsersViewModel users;
    private final SettingsViewModel settings;
    private Screen screen;

    /**
     * @param self       the administrator
     * @param background does one thing after the other
     */
    UsersDesk(UserAccounts accounts, String self, Executor background, Messages messages) {
        this.self = self;
        this.background = background;
        this.messages = messages;
        users = new UsersViewModel(accounts, background, Platform::runLater, messages);
        settings = new SettingsViewModel(accounts, background, Platform::runLater, messages);
        unlock();
    }

    @Override
    public Screen screen() {
        if (screen == null) {
            screen = new UsersScreen(users, settings, self, ZoneId.systemDefault(), messages);
        }
        return screen;
    }

    @Override
    public void lock() {
        users.clear();
    }

    @Override
    public void unlock() {
        users.start();
        settings.start();
    }

    @Override
    public CompletableFuture<Void> close() {
        users.close();
        return CompletableFuture.runAsync(() -> {}, background);
    }
}
