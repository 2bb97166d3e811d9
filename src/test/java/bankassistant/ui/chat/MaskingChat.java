package bankassistant.ui.chat;

import bankassistant.chat.Answer;
import bankassistant.chat.Chat;
import bankassistant.chat.Conversation;
import bankassistant.chat.StageEvent;
import bankassistant.privacy.Masker;
import bankassistant.privacy.PiiSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Answers like {@link FakeChat} and masks like the product; remembers the masked questions. */
final class MaskingChat implements Chat {

    private final Masker masker = Masker.ofForms();
    private final Chat answers = new FakeChat();
    final List<String> masked = new ArrayList<>();

    @Override
    public Answer answer(Conversation conversation, String question, Consumer<StageEvent> events, Cancel cancel) {
        masked.add(masker.mask(question, conversation.placeholders()).value());
        return answers.answer(conversation, Samples.STOLEN_CARD, events, cancel);
    }

    @Override
    public List<PiiSpan> preview(Conversation conversation, String typed) {
        return masker.find(typed, conversation.placeholders()).stream()
                .map(found -> new PiiSpan(found.kind().type(), found.start(), found.end(), "[X]")).toList();
    }
}
