package bankassistant.ui.chat;

import bankassistant.chat.PastConversation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Conversations of the day before. */
public final class PastConversations {

    public static final List<PastConversation> SOME = List.of(
            conversation("c-3", "2026-11-23T15:41:00Z", "The customer\u2019s card [CARD_1] was stolen on Sunday. How"
                    + " long does she have to report it?",
                    "Report a lost or stolen debit card within 2 business days of learning of the loss, and your"
                            + " liability is at most $50."),
            conversation("c-2", "2026-11-23T11:02:00Z", "What does an overdraft cost?",
                    "The bank charges an overdraft fee of $25 an item that the bank pays, and at most 3 overdraft fees a"
                            + " day."),
            conversation("c-1", "2026-11-20T09:15:00Z", "Donaudampfschifffahrtselektrizit\u00e4tenhauptbetriebswerk?",
                    null));

    private PastConversations() {}

    private static PastConversation conversation(String id, String at, String question, String answer) {
        PastConversation.Turn turn = new PastConversation.Turn(Instant.parse(at), question,
                Optional.ofNullable(answer));
        return new PastConversation(id, id.equals("c-3")
                ? List.of(turn, new PastConversation.Turn(Instant.parse(at).plusSeconds(40), "And abroad?",
                        Optional.of(
                                "Lock the card in the app at once and report the loss to Larkmere, 24 hours a day.")))
                : List.of(turn));
    }
}
