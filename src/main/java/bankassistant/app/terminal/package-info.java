/** The chat in a terminal, and how answers are shown there. */
package bankassistant.app.terminal;
