/**
 * Starts the application: the command line (picocli, one class a command), the wiring of all parts by hand in one class,
 * the application's folders. May depend on every package; none depends on it.
 */
package bankassistant.app;
