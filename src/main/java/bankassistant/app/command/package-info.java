/**
 * The command line, one class a command. Results go to standard output, everything else to standard error; exit codes
 * are 0 for done, 1 for refused or failed, 2 for wrong use.
 */
package bankassistant.app.command;
