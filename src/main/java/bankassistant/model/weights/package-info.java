/**
 * Weights as files hold them: GGUF, safetensors, ONNX initializers and PEFT adapters, read into plain arrays under their
 * Hugging Face names, with an adapter merged on the way.
 *
 * <p>No native code: what is wrong with a file is found here, before a tensor reaches the engine.
 */
package bankassistant.model.weights;
