/**
 * Decoding without an engine: the prompt as token ids, the choice of the next token, drafts, and the text of tokens as it
 * grows.
 */
package bankassistant.model.decoding;
