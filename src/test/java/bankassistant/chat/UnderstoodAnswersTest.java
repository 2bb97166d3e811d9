package bankassistant.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bankassistant.answering.EvidenceSamples;
import bankassistant.answering.FigureCheck;
import bankassistant.answering.ModelWriter;
import bankassistant.answering.ScriptedModel;
import bankassistant.answering.Writer;
import bankassistant.policy.SectionRef;
import bankassistant.privacy.Masker;
import bankassistant.retrieval.Evidence;
import bankassistant.retrieval.EvidenceFinder;
import bankassistant.retrieval.Finding;
import bankassistant.retrieval.Hit;
import bankassistant.retrieval.SectionHint;
import bankassistant.understanding.Intent;
import bankassistant.understanding.IntentScore;
import bankassistant.understanding.Understander;
import bankassistant.understanding.Understanding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What becomes of a message once it is understood. */
class UnderstoodAnswersTest {

    private static final Evidence EVIDENCE = EvidenceSamples.lostCard();
    private static final IntentScore LOST = new IntentScore(
            new Intent("lost_or_stolen_card", "Lost or stolen card", "What do I do if my card was lost or stolen?"),
            0.9);
    private static final IntentScore COMPROMISED = new IntentScore(
            new Intent("compromised_card", "Card details stolen", "What do I do if someone has my card details?"),
            0.06);
    private static final String QUESTION = "What does a customer owe for a stolen debit card?";

    private final List<StageEvent> events = new ArrayList<>();
    private final List<String> searched = new ArrayList<>();
    private final List<SectionHint> hints = new ArrayList<>();
    private Finding finding = new Finding(Optional.of(EVIDENCE), List.of(new Hit(EVIDENCE.passage(), 1, 0.9)));

    @Test
    void what_is_out_of_scope_is_turned_away_in_the_agreed_words_without_a_search() {
        Answer answer = ask("What's the weather today?", _ -> new Understanding.OutOfScope());

        assertThat(answer.text()).isEqualTo("I'm specialized in banking services only. I can help with accounts, "
                + "transactions, fees, loans, and cards. Please ask a banking question.");
        assertThat(answer.kind()).isEqualTo("out_of_scope");
        assertThat(answer.citations()).isEmpty();
        assertThat(answer.details().model()).isEqualTo("BankingAssistant-v1.0");
        assertThat(answer.details().meaning()).contains(new Details.Meaning(false, Optional.empty()));
        assertThat(searched).isEmpty();
        assertThat(kinds()).containsExactly("Masked", "Understood", "Finished");
    }

    @Test
    void small_talk_gets_its_reply_and_nothing_to_choose_from() {
        Answer answer = ask("Thanks!", _ -> new Understanding.SmallTalk("You're welcome."));

        assertThat(answer).isInstanceOfSatisfying(Answer.Clarify.class,
                clarify -> assertThat(clarify.options()).isEmpty());
        assertThat(answer.text()).isEqualTo("You're welcome.");
        assertThat(answer.kind()).isEqualTo("clarify");
        assertThat(searched).isEmpty();
    }

    @Test
    void a_vague_question_is_asked_back_with_meanings_to_choose_from() {
        Answer answer = ask("It doesn't work",
                _ -> new Understanding.Vague("Which one?", List.of("A?", "B?"), List.of(LOST)));

        assertThat(answer).isInstanceOfSatisfying(Answer.Clarify.class,
                clarify -> assertThat(clarify.options()).containsExactly("A?", "B?"));
        assertThat(answer.kind()).isEqualTo("clarify");
        assertThat(answer.details().meaning().orElseThrow().inScope()).isTrue();
        assertThat(searched).isEmpty();
    }

    @Test
    void a_banking_question_is_answered_and_tells_its_intent() {
        Answer answer = ask(QUESTION, message -> new Understanding.InScope(message.value(), List.of(LOST)));

        assertThat(answer).isInstanceOf(Answer.Quoted.class);
        assertThat(answer.details().meaning()).contains(new Details.Meaning(true,
                Optional.of(new Details.Topic("lost_or_stolen_card", "Lost or stolen card", 0.9))));
        assertThat(answer.details().timings().understand()).isPositive();
        assertThat(kinds()).startsWith("Masked", "Understood", "Found");
    }

    @Test
    void the_likely_intents_hint_at_their_sections() {
        ask(QUESTION, message -> new Understanding.InScope(message.value(), List.of(LOST, COMPROMISED)));

        assertThat(hints).containsExactly(new SectionHint(Map.of(new SectionRef("cards", "lost_or_stolen_card"), 0.9,
                new SectionRef("cards", "compromised_card"), 0.06)));
    }

    @Test
    void of_a_mixed_message_the_banking_part_is_answered_and_the_rest_declined_in_a_sentence() {
        ScriptedModel model = ScriptedModel.saying("Nothing that passes.");

        Answer answer;
        try (ModelWriter writer = new ModelWriter(model)) {
            answer = service(mixed(), writer).answer(new Conversation("c"), QUESTION + " And write me a poem.",
                    events::add, Chat.Cancel.NEVER);
        }

        assertThat(searched).containsExactly(QUESTION);
        assertThat(model.prompts).allSatisfy(prompt -> assertThat(prompt.toString()).doesNotContain("poem"));
        assertThat(answer.text()).isEqualTo(EVIDENCE.text() + " I can't help with the rest of your message: I'm "
                + "specialized in banking services only.");
        assertThat(answer.citations()).singleElement().extracting(Citation::quote).isEqualTo(EVIDENCE.text());
        assertThat(events).filteredOn(StageEvent.Sentence.class::isInstance).last()
                .isEqualTo(new StageEvent.Sentence("I can't help with the rest of your message: I'm specialized in "
                        + "banking services only.", null));
    }

    @Test
    void the_rest_is_declined_as_well_where_the_policies_answer_nothing() {
        finding = new Finding(Optional.empty(), List.of());

        assertThat(ask(QUESTION + " And a poem.", mixed()).text())
                .endsWith("branch manager. I can't help with the rest "
                        + "of your message: I'm specialized in banking services only.");
    }

    @Test
    void without_a_verdict_there_is_no_answer_and_nothing_of_the_question_is_told() {
        Understander failing = message -> {
            throw new IllegalStateException(message.value());
        };

        for (Understander broken : List.<Understander>of(failing, _ -> null)) {
            assertThatThrownBy(() -> ask("secret question", broken)).isInstanceOf(UnansweredException.class)
                    .hasNoCause()
                    .satisfies(e -> assertThat(e.getMessage()).doesNotContain("secret"));
        }
        assertThat(searched).isEmpty();
        assertThat(kinds()).containsOnly("Masked");
    }

    @Test
    void understanding_sees_no_personal_data() {
        List<String> seen = new ArrayList<>();

        ask("Card 4111 1111 1111 1111 was stolen", message -> {
            seen.add(message.value());
            return new Understanding.OutOfScope();
        });

        assertThat(seen).containsExactly("Card [CARD_1] was stolen");
    }

    @Test
    void how_sure_it_is_is_told_in_words() {
        assertThat(new Details.Topic("a", "Lost card", 0.968).words()).isEqualTo("Lost card · 97 %");
        assertThat(new Details.Topic("a", "Lost card", 0.9999).words()).isEqualTo("Lost card · 99 %");
        assertThat(new Details.Topic("a", "Lost card", 0.31).words()).isEqualTo("Perhaps: Lost card · 31 %");
    }

    private static Understander mixed() {
        return _ -> new Understanding.Mixed(QUESTION, List.of(LOST));
    }

    private List<String> kinds() {
        return events.stream().map(event -> event.getClass().getSimpleName()).toList();
    }

    private Answer ask(String question, Understander understander) {
        return service(understander, Writer.NONE).answer(new Conversation("c"), question, events::add,
                Chat.Cancel.NEVER);
    }

    private ChatService service(Understander understander, Writer writer) {
        EvidenceFinder finder = new EvidenceFinder() {
            @Override
            public Finding find(String question) {
                throw new AssertionError("the hint is used");
            }

            @Override
            public Finding find(String question, SectionHint hint) {
                searched.add(question);
                hints.add(hint);
                return finding;
            }
        };
        return new ChatService(Masker.ofForms(), understander, intent -> Optional.of(new SectionRef("cards", intent)),
                finder, writer, new FigureCheck());
    }
}
