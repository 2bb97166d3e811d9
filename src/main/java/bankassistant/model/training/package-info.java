/**
 * What training needs of a network, without an engine: batches, a forward and backward pass, a step of the optimizer, and
 * the state that a checkpoint holds. The networks themselves live in {@code model.torch}, the loop in
 * {@code lab.training}.
 */
package bankassistant.model.training;
