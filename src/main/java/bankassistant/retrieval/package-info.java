/**
 * Finds the section that answers a question, and in it the sentences that do (the evidence).
 *
 * <p>A Lucene index over the policies' sections: BM25 and nearest vectors, their scores added. It is built in the
 * background when the policies change and swapped while the old one goes on serving.
 *
 * <p>May depend on {@code policy} and {@code model}.
 */
package bankassistant.retrieval;
