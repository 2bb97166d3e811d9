/**
 * Training and measuring the finder of names, addresses and organisations: messages made from templates and lists of names, their
 * tags, the training itself.
 *
 * <p>May depend on {@code lab.training}, {@code lab.heads}, {@code privacy} and {@code model}.
 */
package bankassistant.lab.pii;
