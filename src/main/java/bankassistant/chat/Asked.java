package bankassistant.chat;

import bankassistant.retrieval.SectionHint;

/**
 * What is to be answered from the policies.
 *
 * @param question     the masked message, or its banking part
 * @param hint         sections that the intents speak for
 * @param declinesRest whether the message holds something else as well
 */
record Asked(String question, SectionHint hint, boolean declinesRest) {

    static final String REST_DECLINED = "I can't help with the rest of your message: I'm specialized in banking services"
            + " only.";

    /** An answer's text, with a sentence on the rest where there is one. */
    String withRestDeclined(String text) {
        return declinesRest ? text + " " + REST_DECLINED : text;
    }
}
