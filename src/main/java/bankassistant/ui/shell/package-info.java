/**
 * The frame around the screens: stage, header, theme, messages, and how a failure becomes words and a short code.
 *
 * <p>A screen is a {@link bankassistant.ui.shell.Screen} in a package of its own beside this one; the frame shows one at
 * a time and knows none of them. Depends on no other package of the application.
 */
package bankassistant.ui.shell;
