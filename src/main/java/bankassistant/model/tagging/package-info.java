/** From a network's tags of tokens to places in a text. Plain Java; uses nothing but {@code model}. */
package bankassistant.model.tagging;
