ALTER TABLE record ALTER COLUMN key_id SET NOT NULL;
CREATE INDEX IF NOT EXISTS record_of_key ON record(key_id, sequence);
CREATE TRIGGER IF NOT EXISTS record_stays BEFORE UPDATE, DELETE ON record FOR EACH ROW CALL 'bankassistant.audit.store.RefuseChange';
