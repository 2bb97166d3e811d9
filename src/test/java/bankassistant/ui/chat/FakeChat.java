package bankassistant.ui.chat;

import bankassistant.chat.Answer;
import bankassistant.chat.Chat;
import bankassistant.chat.Conversation;
import bankassistant.chat.QuestionException;
import bankassistant.chat.StageEvent;
import bankassistant.privacy.MaskedText;
import bankassistant.privacy.SampleMasking;
import bankassistant.retrieval.Evidence;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A chat with answers learned by heart. */
final class FakeChat implements Chat {

    static final String CARD = "4539 1488 0343 6467";
    static final String WITH_CARD = "Please lock card " + CARD + ", it was stolen.";
    static final String WEATHER = "What's the weather today?";
    static final String THANKS = "Thanks!";
    static final String VAGUE = "It doesn't work";
    static final String MIXED = "What are your ATM fees? And write me a poem.";
    static final List<String> OPTIONS = List.of("Why is my card not working?", "Why does contactless payment not work?",
            "Why is my virtual card not working?");
    static final String SLOW = "Tell me everything about stolen cards.";
    static final String BROKEN = "What breaks?";
    static final String IMPOSSIBLE = "\u0000";

    private interface Script {
        Answer play(Conversation conversation, Consumer<StageEvent> events, Cancel cancel);
    }

    private final Map<String, Script> scripts = new HashMap<>();
    /** Opened to let the slow answer go on after its first sentence. */
    final CountDownLatch goOn = new CountDownLatch(1);

    FakeChat() {
        scripts.put(Samples.STOLEN_CARD, (_, events, _) -> stolenCard(events));
        scripts.put(Samples.ATM_FEES, (_, events, _) -> atmFees(events));
        scripts.put(Samples.PENSION, (_, events, _) -> pension(events));
        scripts.put(WITH_CARD, (conversation, events, _) -> lockCard(conversation, events));
        scripts.put(WEATHER, (_, _, _) -> new Answer.OutOfScope(Samples.details()));
        scripts.put(THANKS, (_, _, _) -> new Answer.Clarify("You're welcome. Is there anything else about banking that "
                + "I can look up?", List.of(), Samples.details()));
        scripts.put(VAGUE, (_, _, _) -> new Answer.Clarify("I'm not sure what you mean. Is it one of these?",
                OPTIONS, Samples.about("Card not working", 0.4)));
        scripts.put(MIXED, (_, events, _) -> mixed(events));
        scripts.put(SLOW, (_, events, cancel) -> slow(events, cancel));
        scripts.put(IMPOSSIBLE, (_, _, _) -> {
            throw new QuestionException("Please type a question of at most 4,000 characters.");
        });
        scripts.put(BROKEN, (_, _, _) -> {
            throw new IllegalStateException("secret " + BROKEN);
        });
    }

    @Override
    public Answer answer(Conversation conversation, String question, Consumer<StageEvent> events, Cancel cancel) {
        Answer answer = scripts.getOrDefault(question, (_, heard, _) -> stolenCard(heard)).play(conversation, events,
                cancel);
        events.accept(new StageEvent.Finished(answer));
        return answer;
    }

    private static Answer stolenCard(Consumer<StageEvent> events) {
        Evidence evidence = Samples.reporting(0, 1);
        List<String> sentences = List.of(
                "Report it within 2 business days of learning that it is gone: the loss is then limited to $50.",
                "If the report comes later, the limit is $500.");
        say(events, evidence, sentences, evidence);
        return Samples.written(String.join(" ", sentences), evidence);
    }

    private static Answer atmFees(Consumer<StageEvent> events) {
        Evidence atm = Samples.atm(0, 1);
        Evidence lock = Samples.reporting(3);
        say(events, atm, List.of(atm.text()), atm);
        events.accept(new StageEvent.Sentence(lock.text(), Samples.citation(lock)));
        return Samples.quoted(atm.text() + " " + lock.text(), atm, lock);
    }

    private static Answer mixed(Consumer<StageEvent> events) {
        Evidence atm = Samples.atm(0, 1);
        String rest = "I can't help with the rest of your message: I'm specialized in banking services only.";
        say(events, atm, List.of(atm.text()), atm);
        events.accept(new StageEvent.Sentence(rest, null));
        return Samples.quoted(atm.text() + " " + rest, atm);
    }

    private static Answer pension(Consumer<StageEvent> events) {
        events.accept(new StageEvent.Masked(SampleMasking.unchanged("?")));
        return Samples.withheld("The bank's policies don't say anything about this. Please ask the person responsible "
                + "for the policy before you tell the customer anything.", Samples.atm(0));
    }

    private static Answer lockCard(Conversation conversation, Consumer<StageEvent> events) {
        MaskedText masked = SampleMasking.hiding(conversation.placeholders(), WITH_CARD, CARD, "CARD");
        events.accept(new StageEvent.Masked(masked));
        Evidence evidence = Samples.reporting(3);
        events.accept(new StageEvent.Found(evidence));
        String text = "Lock card [CARD_1] in the app at once, then report it; reports are taken 24 hours a day.";
        events.accept(new StageEvent.Sentence(text, Samples.citation(evidence)));
        return Samples.written(text, evidence);
    }

    private Answer slow(Consumer<StageEvent> events, Cancel cancel) {
        Evidence evidence = Samples.reporting(0, 1);
        say(events, evidence, List.of(evidence.passage().section().sentence(0)), evidence);
        try {
            while (!goOn.await(5, TimeUnit.MILLISECONDS)) {
                if (cancel.requested()) {
                    throw new CancellationException();
                }
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        events.accept(new StageEvent.Sentence(evidence.passage().section().sentence(1), Samples.citation(evidence)));
        return Samples.quoted(evidence.text(), evidence);
    }

    private static void say(Consumer<StageEvent> events, Evidence found, List<String> sentences, Evidence cited) {
        events.accept(new StageEvent.Masked(SampleMasking.unchanged("?")));
        events.accept(new StageEvent.Found(found));
        sentences.forEach(text -> events.accept(new StageEvent.Sentence(text, Samples.citation(cited))));
    }
}
