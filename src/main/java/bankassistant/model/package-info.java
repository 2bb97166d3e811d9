/**
 * The language model and the text encoder, and everything needed to read them from files: GGUF, safetensors, ONNX
 * initializers, PEFT adapters, tokenizers.
 *
 * <p>A {@link bankassistant.model.LanguageModel} holds immutable weights; a {@link bankassistant.model.LanguageSession}
 * holds the mutable state of one conversation, its KV cache. Model files are untrusted input: a reader checks every
 * length before it allocates and refuses a file with its name, the tensor and the reason.
 *
 * <p>May depend on no other package of the application. All of DJL stays in {@code model.torch}, but for the tokenizer.
 */
package bankassistant.model;
