/**
 * How people get in: signing in, unlocking, and the first-run set-up. What a person types as a password is copied out of its field,
 * which is emptied, and wiped after use; the field's own text is a string, which Java collects in its own time.
 */
package bankassistant.ui.signin;
