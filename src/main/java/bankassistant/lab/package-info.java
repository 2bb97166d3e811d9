/**
 * Training, evaluation and benchmarks of the product's own parts. May depend on every package but {@code ui} and
 * {@code app}.
 */
package bankassistant.lab;
