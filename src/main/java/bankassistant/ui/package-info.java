/**
 * The window: FXML views, and view models that know no Node and no Stage; one folder a screen.
 *
 * <p>{@link bankassistant.ui.WindowLauncher} is the way in. {@code shell} owns the frame around the screens: the stage,
 * the header, the theme and how a failure is told. {@code signin} lets people in; {@code chat}, {@code audit} and {@code users} are
 * what the roles work at. Screens do not know each other: {@link bankassistant.ui.WindowFlow} leads from one to the next, and
 * {@link bankassistant.ui.Desks} is where they get what they work with.
 *
 * <p>All words that a person sees stand in {@code messages.properties}. Nothing that may take long runs on the JavaFX
 * thread; properties of view models change only there.
 *
 * <p>May depend on {@code chat} and what its answers are made of; never on {@code model} or {@code app}.
 */
package bankassistant.ui;
