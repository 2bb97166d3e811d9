-- Whether a copy was written beside the store, so that one that is gone later can be told from one that never was. Of checkpoints of
-- before nothing is known.
ALTER TABLE checkpoint ADD COLUMN IF NOT EXISTS copied BOOLEAN DEFAULT FALSE NOT NULL;
