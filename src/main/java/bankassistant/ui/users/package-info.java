/** The administrator's screen: who can sign in, one-time passwords, and settings. No conversation is reached from here. */
package bankassistant.ui.users;
