/** Training the answer adapter. May depend on what the lab may, and on the lab's training. */
package bankassistant.lab.answers;
