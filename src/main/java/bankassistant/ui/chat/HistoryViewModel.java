package bankassistant.ui.chat;

import bankassistant.audit.AuditException;
import bankassistant.chat.ErrorCode;
import bankassistant.chat.History;
import bankassistant.chat.PastConversation;
import bankassistant.ui.shell.Messages;
import bankassistant.ui.shell.Problem;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A person's own earlier conversations, to be read. Commands are called, and properties change, on the JavaFX thread only.
 */
public final class HistoryViewModel {

    /** What is shown. */
    public enum State {
        /** Nothing; nothing is kept either. */
        CLOSED,
        READING, LIST,
        /** {@link #opened()} is shown. */
        CONVERSATION,
        /** {@link #problem()} says why there is no list. */
        FAILED
    }

    private static final Logger LOG = LoggerFactory.getLogger(HistoryViewModel.class);
    private static final int MOST = 50;

    private final History history;
    private final Supplier<String> present;
    private final Executor background;
    private final Executor screen;
    private final Messages messages;

    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.CLOSED);
    private final ObservableList<PastConversation> conversations = FXCollections.observableArrayList();
    private final ObservableList<PastConversation> shown = FXCollections.unmodifiableObservableList(conversations);
    private final ReadOnlyObjectWrapper<PastConversation> opened = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Problem> problem = new ReadOnlyObjectWrapper<>();
    private long asked;

    /**
     * @param present    id of the conversation that is going on, which is not an earlier one
     * @param background runs what takes long
     * @param screen     runs on the JavaFX thread, in order
     */
    public HistoryViewModel(History history, Supplier<String> present, Executor background, Executor screen,
            Messages messages) {
        this.history = history;
        this.present = present;
        this.background = background;
        this.screen = screen;
        this.messages = messages;
    }

    public ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    /** Newest first. */
    public ObservableList<PastConversation> conversations() {
        return shown;
    }

    /** Null unless one is shown. */
    public ReadOnlyObjectProperty<PastConversation> opened() {
        return opened.getReadOnlyProperty();
    }

    /** Null unless {@link State#FAILED}. */
    public ReadOnlyObjectProperty<Problem> problem() {
        return problem.getReadOnlyProperty();
    }

    /** Shows the list as it is now, or nothing any more. */
    public void toggle() {
        if (state.get() == State.CLOSED) {
            read();
        } else {
            close();
        }
    }

    /** Reads the list; again after a failure. */
    public void read() {
        state.set(State.READING);
        long number = ++asked;
        String now = present.get();
        background.execute(() -> {
            Runnable end = outcome(now);
            screen.execute(() -> {
                if (number == asked) {
                    end.run();
                }
            });
        });
    }

    public void open(PastConversation conversation) {
        opened.set(conversation);
        state.set(State.CONVERSATION);
    }

    /** From a conversation to the list. */
    public void back() {
        opened.set(null);
        state.set(State.LIST);
    }

    /** From a conversation to the list, from the list to nothing. */
    public void leave() {
        if (state.get() == State.CONVERSATION) {
            back();
        } else {
            close();
        }
    }

    /** Shows and keeps nothing any more. */
    public void close() {
        asked++;
        state.set(State.CLOSED);
        opened.set(null);
        problem.set(null);
        conversations.clear();
    }

    private Runnable outcome(String now) {
        try {
            List<PastConversation> all = history.newest(MOST).stream().filter(each -> !each.id().equals(now)).toList();
            return () -> {
                conversations.setAll(all);
                state.set(State.LIST);
            };
        } catch (RuntimeException | Error e) {
            String code = ErrorCode.of(e);
            LOG.error("The history met a {}, code {}", e.getClass().getName(), code);
            String text = e instanceof AuditException told ? told.getMessage() : messages.text("history.failed.text");
            return () -> {
                problem.set(new Problem(messages.text("history.failed"), text, code));
                state.set(State.FAILED);
            };
        }
    }
}
