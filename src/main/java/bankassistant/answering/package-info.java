/**
 * Words the evidence: the prompt, the writer, the check of what it wrote, and the quotation that stands ready.
 *
 * <p>A {@link bankassistant.answering.CheckedWriter} lets a {@link bankassistant.answering.Writer} turn the evidence into
 * sentences, each of which the {@link bankassistant.answering.AnswerCheck} lets pass before anyone sees it. A sentence
 * is read as a {@code Statement} (what it speaks of, its {@link bankassistant.answering.Figures}, its denials, bounds and
 * conditions) and held against one of the evidence. It is strict rather than clever: a true sentence refused costs the
 * wording, since the policy's own words take its place.
 *
 * <p>May depend on {@code retrieval}, {@code policy}, {@code accounts} and {@code model}.
 */
package bankassistant.answering;
