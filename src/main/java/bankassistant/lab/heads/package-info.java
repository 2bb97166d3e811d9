/**
 * Training and cross-validation of the heads that understand messages: intents and scope. May use {@code model} and
 * {@code lab.training}.
 */
package bankassistant.lab.heads;
