-- One row a record. leaf and nodes are hashes of RFC 6962; nodes holds those of the subtrees that the record makes whole,
-- from level 1 upwards, one behind the other.
CREATE TABLE record (
    sequence BIGINT NOT NULL PRIMARY KEY CHECK (sequence >= 0),
    leaf BINARY(32) NOT NULL,
    nodes VARBINARY(2048) NOT NULL,
    content VARBINARY(1000000) NOT NULL
);

-- Signed notes, by the number of records that they speak of.
CREATE TABLE checkpoint (
    size BIGINT NOT NULL PRIMARY KEY CHECK (size >= 0),
    note VARCHAR(4096) NOT NULL
);

-- One row: the key that signs checkpoints. Readable by the owner only.
CREATE TABLE signing_key (
    private_key VARBINARY(200) NOT NULL,
    public_key VARCHAR(300) NOT NULL
);

-- What the writer may not do, the owner does not do by mistake.
CREATE TRIGGER record_stays BEFORE UPDATE, DELETE ON record FOR EACH ROW CALL 'bankassistant.audit.store.RefuseChange';
CREATE TRIGGER checkpoint_stays BEFORE UPDATE, DELETE ON checkpoint FOR EACH ROW CALL 'bankassistant.audit.store.RefuseChange';
CREATE TRIGGER signing_key_stays BEFORE UPDATE, DELETE ON signing_key FOR EACH ROW CALL 'bankassistant.audit.store.RefuseChange';

GRANT SELECT, INSERT ON record TO writer;
GRANT SELECT, INSERT ON checkpoint TO writer;
