/**
 * Words the evidence: the prompt, the writer, the check of what it wrote, and the quotation that stands ready.
 *
 * <p>A {@link bankassistant.answering.Writer} turns the evidence into a {@link bankassistant.answering.Writing}; the
 * {@link bankassistant.answering.FigureCheck} says whether it may be shown. It compares the two texts'
 * {@link bankassistant.answering.Figures}, their denials and bounds, and their words. It is strict rather than clever: a
 * true sentence refused costs nothing, since the {@link bankassistant.answering.Quotation} takes its place.
 *
 * <p>May depend on {@code retrieval}, {@code policy}, {@code accounts} and {@code model}.
 */
package bankassistant.answering;
