/**
 * Records on their way out: as JSON Lines with proofs, signed by the log, and as CSV and PDF for people, each with such JSON Lines
 * beside or attached; all of them can be checked without the store and its key. Checkpoints as QR codes for paper.
 */
package bankassistant.audit.export;
