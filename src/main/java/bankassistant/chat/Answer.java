package bankassistant.chat;

import java.util.List;

/** What a question is answered with. The text may hold placeholders of masked data. */
public sealed interface Answer {

    /** The words for the person, with placeholders. */
    String text();

    Details details();

    /** The model's own words, checked against the evidence. */
    record Written(String text, List<Citation> citations, Details details) implements Answer {

        public Written {
            citations = List.copyOf(citations);
        }
    }

    /** The policy's own words. */
    record Quoted(String text, List<Citation> citations, Details details) implements Answer {

        public Quoted {
            citations = List.copyOf(citations);
        }
    }

    /** The policies hold nothing that answers; the nearest section is named. */
    record Withheld(String text, List<Citation> nearest, Details details) implements Answer {

        public Withheld {
            nearest = List.copyOf(nearest);
        }
    }

    /** Not a banking question: turned away with words that are always the same. */
    record OutOfScope(Details details) implements Answer {

        public static final String TEXT = "I'm specialized in banking services only. I can help with accounts, "
                + "transactions, fees, loans, and cards. Please ask a banking question.";

        @Override
        public String text() {
            return TEXT;
        }
    }

    /**
     * The person is to say more: what a vague question means, or, after small talk, what they would like to know.
     *
     * @param options questions to choose from, two or three; none after small talk
     */
    record Clarify(String text, List<String> options, Details details) implements Answer {

        public Clarify {
            options = List.copyOf(options);
        }
    }

    /** What kind of answer it is, as the command line and the API name it. */
    default String kind() {
        return switch (this) {
            case Written _ -> "written";
            case Quoted _ -> "quoted";
            case Withheld _ -> "withheld";
            case OutOfScope _ -> "out_of_scope";
            case Clarify _ -> "clarify";
        };
    }

    /** The same answer with other details. */
    default Answer with(Details details) {
        return switch (this) {
            case Written written -> new Written(written.text(), written.citations(), details);
            case Quoted quoted -> new Quoted(quoted.text(), quoted.citations(), details);
            case Withheld withheld -> new Withheld(withheld.text(), withheld.nearest(), details);
            case OutOfScope _ -> new OutOfScope(details);
            case Clarify clarify -> new Clarify(clarify.text(), clarify.options(), details);
        };
    }

    /** Where it stands; when nothing answers, where something near stands, if anything does. */
    default List<Citation> citations() {
        return switch (this) {
            case Written written -> written.citations();
            case Quoted quoted -> quoted.citations();
            case Withheld withheld -> withheld.nearest();
            case OutOfScope _,Clarify _ -> List.of();
        };
    }
}
