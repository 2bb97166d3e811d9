package bankassistant.understanding;

import java.util.regex.Pattern;

/**
 * A part of a message that can be judged alone: a sentence, a clause that begins an order of its own, or some neighbouring
 * sentences of a long text.
 *
 * @param text      not blank
 * @param forbidden whether it tries to change the assistant's role or hides what it says
 */
record Part(String text, boolean forbidden) {

    /** Words with which an order or a question begins. */
    static final String OPENERS = "(?:tell|write|give|make|create|compose|draw|sing|play|translate|summari[sz]e|explain|describe"
            + "|list|recommend|suggest|calculate|compute|solve|count|say|speak|answer|respond|reply|act|pretend|ignore|forget"
            + "|disregard|imagine|generate|code|book|remind|set|turn|call|find|search|show|read|repeat|print|output|reveal"
            + "|do|let|let's|help|convert|define|spell|guess|name|teach|predict|build|design|invent|roast"
            + "|what|what's|who|who's|whose|which|when|where|why|how|is|are|can|could|does|did|will|would|should)\\b";

    private static final Pattern ASKING = Pattern.compile(
            "^\\W*(?:(?:and|then|also|but|so|now|please|ok|okay|hey|first|next|finally|after that|afterwards),?\\s+)*"
                    + "(?:" + OPENERS + "|i(?:'d| would| want| need| would like|'d like)?(?: like)? you to\\b)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ENDS_ASKING = Pattern.compile("\\?[\\s\"')\\]]*$");
    /** Words that lean on what was said before. */
    private static final Pattern LEANING = Pattern
            .compile("\\b(?:it|its|it's|they|them|that|this|these|those|one|there|so)\\b"
                    + "|^\\W*(?:what (?:should|can|do|shall|could) (?:i|we) do|why|how long|how come|can you help|help)\\b[^\\w]*"
                    + "(?:me|us|about|now)?\\W*$", Pattern.CASE_INSENSITIVE);
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final int FEWEST_WORDS = 3;

    /** Whether it asks for something, as a question or as an order. */
    boolean asks() {
        return ENDS_ASKING.matcher(text).find() || ASKING.matcher(text).find();
    }

    /** Whether it asks for something that can be told without what stands around it. */
    boolean asksOnItsOwn() {
        return asks() && words() >= FEWEST_WORDS && !LEANING.matcher(text).find();
    }

    int words() {
        return SPACE.split(text.strip()).length;
    }

    /** Both, as one part. */
    Part with(Part next) {
        return new Part(text + " " + next.text, forbidden || next.forbidden);
    }
}
