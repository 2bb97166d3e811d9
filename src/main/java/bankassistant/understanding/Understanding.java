package bankassistant.understanding;

import java.util.List;
import java.util.Optional;

/** What a message was taken for. */
public sealed interface Understanding {

    /**
     * A banking question.
     *
     * @param question to be answered: the masked message, or what of a long one asks
     * @param intents  the likeliest, best first, at least one
     */
    record InScope(String question, List<IntentScore> intents) implements Understanding {

        public InScope {
            intents = List.copyOf(intents);
        }
    }

    /**
     * A banking question together with something to be declined.
     *
     * @param question the banking part of the masked message
     * @param intents  of that part, the likeliest, best first, at least one
     */
    record Mixed(String question, List<IntentScore> intents) implements Understanding {

        public Mixed {
            intents = List.copyOf(intents);
        }
    }

    /**
     * About banking, but it could mean several things.
     *
     * @param reply   asks what is meant
     * @param options two or three likely meanings, each a question that can be asked as it stands
     * @param intents of the message, the likeliest, best first, at least one
     */
    record Vague(String reply, List<String> options, List<IntentScore> intents) implements Understanding {

        public Vague {
            options = List.copyOf(options);
            intents = List.copyOf(intents);
        }
    }

    /** A message that asks nothing of a bank, with what to reply. */
    record SmallTalk(String reply) implements Understanding {}

    /** Anything else; it is turned away. */
    record OutOfScope() implements Understanding {}

    /** Whether a bank is asked: clearly, vaguely, or among other things. Small talk asks nothing. */
    default boolean inScope() {
        return switch (this) {
            case InScope _,Mixed _,Vague _ -> true;
            case SmallTalk _,OutOfScope _ -> false;
        };
    }

    /** The likeliest intents, best first; none when no bank is asked. */
    default List<IntentScore> likeliest() {
        return switch (this) {
            case InScope asked -> asked.intents();
            case Mixed mixed -> mixed.intents();
            case Vague vague -> vague.intents();
            case SmallTalk _,OutOfScope _ -> List.of();
        };
    }

    /** The likeliest intent. */
    default Optional<IntentScore> intent() {
        return likeliest().stream().findFirst();
    }
}
