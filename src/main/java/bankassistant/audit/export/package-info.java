/**
 * Records on their way out: as JSON Lines with proofs, which can be checked without the store and its key, and as CSV for people.
 */
package bankassistant.audit.export;
