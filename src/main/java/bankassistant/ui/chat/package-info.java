/**
 * The conversation: questions, answers that arrive sentence by sentence, and the policy text behind them.
 *
 * <p>{@link bankassistant.ui.chat.ChatViewModel} holds the state and knows no Node; {@code chat.fxml} and
 * {@link bankassistant.ui.chat.ChatController} show it. Personal data is filled in on the screen only: what is copied
 * keeps its placeholders unless the person asks for the values.
 *
 * <p>May depend on {@code shell}, on {@code bankassistant.chat} and on what its answers are made of.
 */
package bankassistant.ui.chat;
