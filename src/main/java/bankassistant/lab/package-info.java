/**
 * Training, evaluation and benchmarks: what is run while the product is made, and by whoever wants to check its figures.
 *
 * <p>May depend on every package but {@code ui}.
 */
package bankassistant.lab;
