package bankassistant.model.torch;

import bankassistant.model.Generation;
import bankassistant.model.GenerationListener;
import bankassistant.model.GenerationOptions;
import bankassistant.model.LanguageModel;
import bankassistant.model.LanguageSession;
import bankassistant.model.Prompt;
import java.util.List;

/** Prompts, and answers to them in sessions of their own. */
final class Answers {

    private static final String SYSTEM = "You answer a bank's staff from the facts given, in one or two sentences.";

    private static final List<String> FACTS = List.of(
            "A lost debit card must be reported within two business days; the liability is then at most $50.",
            "A domestic wire transfer costs $25 and an international one $45; incoming wires cost $10.",
            "Checks up to $225 are available on the next business day; the rest after two business days.",
            "The overdraft fee is $30 for each item, at most three a day; transfers from savings are free.",
            "A customer opens an account with a photo identity document and a proof of address.");

    private static final List<String> QUESTIONS = List.of("What does the customer have to do?",
            "Which amounts of money apply here?", "How many days are named?", "Repeat the facts word for word.");

    private Answers() {}

    static Prompt prompt(String user) {
        return Prompt.of(SYSTEM, user);
    }

    /** A question about the cards' facts. */
    static Prompt prompt() {
        return prompt(0);
    }

    /** @param number 0 to 19 */
    static Prompt prompt(int number) {
        return prompt("Facts: " + FACTS.get(number % FACTS.size()) + "\nQuestion: "
                + QUESTIONS.get(number / FACTS.size()));
    }

    static Generation fresh(LanguageModel model, Prompt prompt, GenerationOptions options) {
        return fresh(model, prompt, options, GenerationListener.NONE);
    }

    static Generation fresh(LanguageModel model, Prompt prompt, GenerationOptions options,
            GenerationListener listener) {
        try (LanguageSession session = model.open()) {
            return session.generate(prompt, options, listener);
        }
    }
}
