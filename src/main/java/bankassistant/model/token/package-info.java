/**
 * Tokenizers: text to ids and back, by the Hugging Face tokenizers library through DJL.
 *
 * <p>May use {@code bankassistant.model} and {@code model.weights}, and of DJL the tokenizers only. Text from users never
 * becomes a special token here; see {@link bankassistant.model.Tokenizer#encode(String)}.
 */
package bankassistant.model.token;
