/**
 * The hash tree over all records, as RFC 6962 defines it: leaves behind a 0x00, nodes behind a 0x01, an odd node goes up
 * as it is and is never doubled. Knows nothing of what the leaves stand for. Depends on no other package.
 */
package bankassistant.audit.tree;
