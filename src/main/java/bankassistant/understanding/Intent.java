package bankassistant.understanding;

/**
 * One of the 77 things that customers come with.
 *
 * @param name     as in Banking77, such as {@code lost_or_stolen_card}
 * @param label    for people, such as "Lost or stolen card"
 * @param question as a customer would ask it
 */
public record Intent(String name, String label, String question) {

    public Intent {
        if (name.isBlank() || label.isBlank() || question.isBlank()) {
            throw new IllegalArgumentException("an intent needs a name, a label and a question");
        }
    }
}
