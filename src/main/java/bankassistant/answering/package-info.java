/**
 * Words the evidence: the prompt, the writer, the check of what it wrote, and the quotation that stands ready.
 *
 * <p>May depend on {@code retrieval}, {@code policy} and {@code model}.
 */
package bankassistant.answering;
