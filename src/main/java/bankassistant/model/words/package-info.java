/**
 * Heads that look at the words of a text alone, without a network.
 *
 * <p>What they take for sure rests on other grounds than what an encoder does, which is why they are worth something beside one.
 */
package bankassistant.model.words;
