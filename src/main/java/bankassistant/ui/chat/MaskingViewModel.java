package bankassistant.ui.chat;

import bankassistant.chat.Chat;
import bankassistant.chat.Conversation;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * What is hidden of what is typed, and how a person corrects it before sending. Corrections hold for the conversation. Used
 * on the JavaFX thread only; looking runs in the background, on the latest text only.
 */
public final class MaskingViewModel {

    private final StringProperty draft;
    private final Executor background;
    private final Executor screen;
    private final ObservableList<Hidden> hidden = FXCollections.observableArrayList();
    private final ObservableList<String> readable = FXCollections.observableArrayList();
    private final ObservableList<Hidden> shownHidden = FXCollections.unmodifiableObservableList(hidden);
    private final ObservableList<String> shownReadable = FXCollections.unmodifiableObservableList(readable);
    private final Set<String> leftReadable = new LinkedHashSet<>();
    private Chat chat;
    private Conversation conversation;
    private boolean looking;
    private boolean changed;

    /**
     * Something that is hidden.
     *
     * @param type  as Presidio names it, such as {@code CREDIT_CARD}
     * @param value as typed: for the screen only
     */
    public record Hidden(String type, String value) {}

    MaskingViewModel(StringProperty draft, Executor background, Executor screen) {
        this.draft = draft;
        this.background = background;
        this.screen = screen;
        draft.subscribe(_ -> look());
    }

    /** What is hidden of the text in the question box, each value once. */
    public ObservableList<Hidden> hidden() {
        return shownHidden;
    }

    /** What the person left readable of it. */
    public ObservableList<String> readable() {
        return shownReadable;
    }

    /** Leaves a value readable: it was taken for personal data and is none. */
    public void leaveReadable(Hidden hit) {
        if (conversation != null) {
            leftReadable.add(hit.value());
            conversation.placeholders().corrections().leaveReadable(hit.value());
            look();
        }
    }

    /** Hides words that were missed, or left readable before; blank ones are ignored. */
    public void hide(String words) {
        if (conversation != null && !words.isBlank()) {
            leftReadable.removeIf(words.strip()::equalsIgnoreCase);
            conversation.placeholders().corrections().hide(words);
            look();
        }
    }

    /** @param ready what looks; null while it is being made ready */
    void use(Chat ready, Conversation current) {
        if (current != conversation) {
            leftReadable.clear();
        }
        chat = ready;
        conversation = current;
        look();
    }

    private void look() {
        if (looking) {
            changed = true;
        } else if (chat == null || draft.get().isBlank()) {
            show(List.of(), "");
        } else {
            looking = true;
            Chat asked = chat;
            Conversation of = conversation;
            String typed = draft.get();
            background.execute(() -> {
                List<Hidden> found = found(asked, of, typed);
                screen.execute(() -> looked(of, typed, found));
            });
        }
    }

    private void looked(Conversation of, String typed, List<Hidden> found) {
        looking = false;
        if (of == conversation && typed.equals(draft.get())) {
            show(found, typed);
        }
        if (changed) {
            changed = false;
            look();
        }
    }

    private void show(List<Hidden> found, String typed) {
        List<String> left = leftReadable.stream().filter(typed::contains).toList();
        if (!hidden.equals(found)) {
            hidden.setAll(found);
        }
        if (!readable.equals(left)) {
            readable.setAll(left);
        }
    }

    private static List<Hidden> found(Chat asked, Conversation of, String typed) {
        try {
            return asked.preview(of, typed).stream()
                    .map(span -> new Hidden(span.type(), typed.substring(span.start(), span.end()))).distinct()
                    .toList();
        } catch (RuntimeException e) {
            // nothing is sent unmasked: asking fails if this does
            return List.of();
        }
    }
}
