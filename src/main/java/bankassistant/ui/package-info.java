/**
 * The window: FXML views, and view models that know no Node and no Stage; one folder a screen.
 *
 * <p>May depend on {@code chat} and what its answers are made of; never on {@code model} or {@code app}.
 */
package bankassistant.ui;
