-- Keys of contents. Who takes a key out of its row erases what it opens, and nothing else; the row stays and says so.
-- period: months since the year 0, or 0 for what is never erased. record: of a key that opens one record only, kept for a hold.
CREATE TABLE IF NOT EXISTS content_key (
    id INTEGER NOT NULL PRIMARY KEY CHECK (id >= 1),
    period INTEGER NOT NULL CHECK (period >= 0),
    record BIGINT,
    secret VARBINARY(32)
);

-- Contents that are there already are sealed before V3; until then no key is named.
ALTER TABLE record ADD COLUMN IF NOT EXISTS key_id INTEGER;
DROP TRIGGER IF EXISTS record_stays;

CREATE TRIGGER IF NOT EXISTS content_key_is_erased_only BEFORE UPDATE, DELETE ON content_key FOR EACH ROW
    CALL 'bankassistant.audit.store.ErasureOnly';

GRANT SELECT, INSERT ON content_key TO writer;
GRANT SELECT, UPDATE ON content_key TO eraser;
