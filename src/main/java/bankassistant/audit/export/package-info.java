/**
 * Records on their way out: as JSON Lines with proofs, which can be checked without the store and its key, and as CSV and PDF for
 * people; checkpoints as QR codes for paper.
 */
package bankassistant.audit.export;
