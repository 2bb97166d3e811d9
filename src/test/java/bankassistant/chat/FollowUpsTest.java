package bankassistant.chat;

import static org.assertj.core.api.Assertions.assertThat;

import bankassistant.answering.EvidenceSamples;
import bankassistant.answering.FigureCheck;
import bankassistant.answering.Writer;
import bankassistant.privacy.Masker;
import bankassistant.retrieval.Evidence;
import bankassistant.retrieval.Finding;
import bankassistant.retrieval.Hit;
import bankassistant.understanding.Understanders;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FollowUpsTest {

    private static final String WIRE = "How much is a domestic wire?";

    private final List<String> searched = new ArrayList<>();
    private double nearness = 0.6;

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", value = {"and abroad? => How much is a abroad wire?",
            "and for an international one? => How much is a international wire?",
            "what if I only tell you next week? => How much is a domestic wire? what if I only tell you next week?",
            "how long does it take? => How much is a domestic wire? how long does it take?",
            "when will I see my money again => How much is a domestic wire? when will I see my money again",
            "incoming? => How much is a domestic wire? incoming?"})
    void a_message_that_asks_nothing_by_itself_goes_on(String message, String writtenOut) {
        assertThat(followUps().writtenOut(message, WIRE)).contains(writtenOut);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "|", value = {"my card was stolen, what do I do? | 0.6",
            "and what is the fee for a returned check? | 0.6", "overdraft fee? | 0.9", "what about the weather? | 0.3",
            "there is a direct debit I don't know | 0.6",
            "a shop in Spain won't give my money back for broken shoes | 0.6"})
    void a_question_of_its_own_begins_anew(String message, double near) {
        nearness = near;

        assertThat(followUps().writtenOut(message, WIRE)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", value = {
            "I was charged twice for groceries => and how long do you investigate? => an error investigation, and how long do you investigate?",
            "there's a charge I never made => do I get it back while you look into it? => an error investigation, do I get it back while you look into it?",
            "there's a charge I never made => by when must I report it? => there's a charge I never made? by when must I report it?",
            "I dispute a charge on my credit card => when is it resolved? => I dispute a charge on my credit card? when is it resolved?"})
    void what_becomes_of_a_contested_payment_is_asked_of_its_claim(String before, String message, String writtenOut) {
        assertThat(followUps().writtenOut(message, before)).contains(writtenOut);
    }

    @Test
    void the_first_message_of_a_conversation_stands_by_itself() {
        assertThat(ask(new Conversation("c"), "and abroad?")).containsExactly("and abroad?");
    }

    @Test
    void follow_ups_are_searched_written_out_and_a_new_topic_forgets_the_old_one() {
        Conversation conversation = new Conversation("c");

        ask(conversation, WIRE);
        assertThat(ask(conversation, "how long does it take?"))
                .contains("How much is a domestic wire? how long does it take?");
        ask(conversation, "My card was stolen, what should I do?");
        assertThat(ask(conversation, "and what does it cost?").getLast())
                .isEqualTo("My card was stolen, what should I do? and what does it cost?");
    }

    @Test
    void the_fortieth_question_is_no_longer_than_the_second() {
        Conversation conversation = new Conversation("c");
        ask(conversation, WIRE);
        for (int i = 0; i < 39; i++) {
            ask(conversation, "how long does it take?");
        }

        assertThat(ask(conversation, "and does it cost more?").getLast())
                .isEqualTo("How much is a domestic wire? and does it cost more?");
    }

    @Test
    void a_closed_conversation_has_no_topic() {
        Conversation conversation = new Conversation("c");
        ask(conversation, WIRE);

        conversation.close();

        assertThat(conversation.topic()).isEmpty();
    }

    private FollowUps followUps() {
        return new FollowUps(_ -> nearness);
    }

    /** What was searched for this message. */
    private List<String> ask(Conversation conversation, String message) {
        searched.clear();
        Evidence evidence = EvidenceSamples.lostCard();
        new ChatService(Masker.ofForms(), Understanders.TRUSTING, _ -> Optional.empty(), question -> {
            searched.add(question);
            return new Finding(Optional.of(evidence), List.of(new Hit(evidence.passage(), 1, nearness)));
        }, Writer.NONE, new FigureCheck()).answer(conversation, message, _ -> {}, Chat.Cancel.NEVER);
        return List.copyOf(searched);
    }
}
