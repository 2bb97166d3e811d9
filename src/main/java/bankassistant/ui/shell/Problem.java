package bankassistant.ui.shell;

/**
 * A failure as the person sees it.
 *
 * @param title what happened, in a few words
 * @param text  what to do
 * @param code  the {@link bankassistant.chat.ErrorCode}; empty where the person can mend it alone
 */
public record Problem(String title, String text, String code) {}
