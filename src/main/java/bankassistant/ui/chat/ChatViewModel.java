package bankassistant.ui.chat;

import bankassistant.chat.Answer;
import bankassistant.chat.Chat;
import bankassistant.chat.Citation;
import bankassistant.chat.Conversation;
import bankassistant.ui.shell.Messages;
import bankassistant.ui.shell.Problem;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * State and commands of the conversation. Commands are called, and properties change, on the JavaFX thread only; what
 * takes long runs on the background executor with what it needs taken along.
 */
public final class ChatViewModel implements AutoCloseable {

    /** The longest question, in UTF-16 units. */
    public static final int MAX_QUESTION = 4_000;

    public enum State {
        /** The assistant is being made ready. One question may already be asked; it waits. */
        STARTING,
        READY, ANSWERING,
        /** The assistant could not be made ready; {@link #problem()} says why. */
        FAILED
    }

    private final Executor background;
    private final Executor screen;
    private final Supplier<Conversation> conversations;
    private final ChatStart start;
    private final Problems problems;

    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.STARTING);
    private final ReadOnlyStringWrapper progress = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Problem> problem = new ReadOnlyObjectWrapper<>();
    private final ObservableList<Turn> turns = FXCollections.observableArrayList();
    private final ObservableList<Turn> shownTurns = FXCollections.unmodifiableObservableList(turns);
    private final ReadOnlyObjectWrapper<Turn> current = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Source> source = new ReadOnlyObjectWrapper<>();
    private final StringProperty draft = new SimpleStringProperty("");
    private final ReadOnlyBooleanWrapper askable = new ReadOnlyBooleanWrapper();

    private final MaskingViewModel masking;

    private Conversation conversation;
    private Chat chat;
    private AtomicBoolean stopped = new AtomicBoolean();

    /**
     * @param start         makes the assistant ready
     * @param background    runs what takes long, one after the other
     * @param screen        runs on the JavaFX thread, in order
     * @param conversations makes a conversation for each customer
     */
    public ChatViewModel(ChatStart start, Executor background, Executor screen, Supplier<Conversation> conversations,
            Messages messages) {
        this.start = start;
        this.background = background;
        this.screen = screen;
        this.conversations = conversations;
        this.problems = new Problems(messages);
        this.conversation = conversations.get();
        this.masking = new MaskingViewModel(draft, background, screen);
        askable.bind(canAsk());
    }

    public ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    /** What is being done while starting; empty when nothing was said. */
    public ReadOnlyStringProperty progress() {
        return progress.getReadOnlyProperty();
    }

    /** Why the assistant is not ready; null unless {@link State#FAILED}. */
    public ReadOnlyObjectProperty<Problem> problem() {
        return problem.getReadOnlyProperty();
    }

    public ObservableList<Turn> turns() {
        return shownTurns;
    }

    /** The question that waits or is being answered; null when none is. */
    public ReadOnlyObjectProperty<Turn> current() {
        return current.getReadOnlyProperty();
    }

    /** The source open beside the conversation; null when none is. */
    public ReadOnlyObjectProperty<Source> source() {
        return source.getReadOnlyProperty();
    }

    /** What is typed into the question box. */
    public StringProperty draft() {
        return draft;
    }

    /** Id of the conversation that is going on. */
    public String conversation() {
        return conversation.id();
    }

    /** What is hidden of what is typed. */
    public MaskingViewModel masking() {
        return masking;
    }

    /** Whether {@link #ask()} would do something. */
    public ReadOnlyBooleanProperty askable() {
        return askable.getReadOnlyProperty();
    }

    /** Makes the assistant ready; again after a failure. */
    public void start() {
        progress.set("");
        problem.set(null);
        state.set(State.STARTING);
        background.execute(this::makeReady);
    }

    /** Asks what is typed. Does nothing while {@link #askable()} is false. */
    public void ask() {
        if (askable.get()) {
            String question = draft.get().strip();
            draft.set("");
            ask(question);
        }
    }

    /** Asks one of the questions that an answer gave to choose from; what is typed stays. Does nothing while another is answered. */
    public void choose(String option) {
        if (current.get() == null && state.get() != State.FAILED) {
            ask(option);
        }
    }

    private void ask(String question) {
        Turn turn = new Turn(conversation, question, chat == null ? Turn.Status.WAITING : Turn.Status.SEARCHING);
        turns.add(turn);
        current.set(turn);
        if (chat != null) {
            answer(turn);
        }
    }

    /** Ends the answer that is on its way, or takes back the question that waits. */
    public void stop() {
        stopped.set(true);
        if (chat == null && current.get() != null) {
            current.get().stop();
            current.set(null);
        }
    }

    /** Forgets this customer: questions, answers, and the values behind the placeholders. */
    public void newConversation() {
        stopped.set(true);
        current.set(null);
        turns.clear();
        draft.set("");
        hideSource();
        // closed behind the answer that may still be ending
        background.execute(conversation::close);
        conversation = conversations.get();
        masking.use(chat, conversation);
        if (state.get() == State.ANSWERING) {
            state.set(State.READY);
        }
    }

    public void showSource(Turn turn, Citation citation) {
        source.set(turn.source(citation));
    }

    public void hideSource() {
        source.set(null);
    }

    /** Ends what is on its way and forgets the conversation. */
    @Override
    public void close() {
        stopped.set(true);
        background.execute(conversation::close);
    }

    private BooleanBinding canAsk() {
        return Bindings.createBooleanBinding(
                () -> current.get() == null && state.get() != State.FAILED && !draft.get().isBlank()
                        && draft.get().strip().length() <= MAX_QUESTION,
                current, state, draft);
    }

    private void makeReady() {
        try {
            Chat ready = start.start(words -> screen.execute(() -> progress.set(words)));
            screen.execute(() -> becomeReady(ready));
        } catch (Exception | LinkageError | OutOfMemoryError e) {
            Problem why = problems.atStart(e);
            screen.execute(() -> {
                problem.set(why);
                state.set(State.FAILED);
            });
        }
    }

    private void becomeReady(Chat ready) {
        chat = ready;
        masking.use(chat, conversation);
        state.set(State.READY);
        if (current.get() != null) {
            answer(current.get());
        }
    }

    private void answer(Turn turn) {
        turn.begin();
        state.set(State.ANSWERING);
        AtomicBoolean stop = new AtomicBoolean();
        stopped = stop;
        Chat asked = chat;
        background.execute(() -> {
            Runnable end = outcome(asked, turn, stop);
            screen.execute(() -> {
                end.run();
                if (current.get() == turn) {
                    current.set(null);
                    state.set(State.READY);
                }
            });
        });
    }

    /** Answers on the background thread; returns what is then to be done on the screen. */
    private Runnable outcome(Chat asked, Turn turn, AtomicBoolean stop) {
        try {
            Answer answer = asked.answer(turn.conversation(), turn.question(),
                    event -> screen.execute(() -> turn.hear(event)), stop::get);
            return () -> turn.finish(answer);
        } catch (CancellationException e) {
            return turn::stop;
        } catch (Exception | LinkageError | OutOfMemoryError e) {
            Problem why = problems.atAnswer(e);
            return () -> turn.fail(why);
        }
    }
}
