/**
 * The auditor's screen: records as a table, filters, a record with its conversation and proof, figures, verification and export.
 *
 * <p>{@link bankassistant.ui.audit.AuditScreen} is the screen, {@link bankassistant.ui.audit.AuditRecords} all that it reads;
 * {@link bankassistant.ui.audit.LogRecords} reads the audit log. View models run what takes long on a background executor and
 * change their properties on the JavaFX thread only. The table holds the rows near those that are seen; how many records there
 * are changes neither memory nor the time of a scroll.
 */
package bankassistant.ui.audit;
