/**
 * The index that finds records by what they say. It is made from the store and can be made again; nothing is decided by it alone,
 * and nothing of it stands in the clear on the disk. All of Lucene that the audit log uses stays here.
 */
package bankassistant.audit.search;
