/**
 * The engine: all of DJL and PyTorch, but for the tokenizer, stays in this package.
 *
 * <p>The networks are TorchScript text in resource files; weights are handed to them at run time. All native code runs
 * on one long-lived thread, the {@link bankassistant.model.torch.TorchThread}.
 */
package bankassistant.model.torch;
