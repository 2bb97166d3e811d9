/**
 * The way of a message, from the text typed to the answer shown.
 *
 * <p>{@link bankassistant.chat.ChatService#answer} reads like the list in the design. It fails closed: a stage that
 * can't do its work means no answer. Each stage emits a {@link bankassistant.chat.StageEvent}, from which the window,
 * the terminal and the command line all draw.
 *
 * <p>May depend on every package but {@code app}, {@code ui}, {@code api} and {@code lab}.
 */
package bankassistant.chat;
