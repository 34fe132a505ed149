-- A Message-ID is made of its change, and a change has one mail: its own index said nothing more, and being in no order it was the
-- dearest of them to keep. SQLite drops a constraint with its table only.
CREATE TABLE outbox_new (
  id INTEGER PRIMARY KEY NOT NULL,
  change_id BIGINT REFERENCES registration_change (id),
  registration_id BIGINT REFERENCES registration (id),
  kind TEXT NOT NULL,
  recipient TEXT NOT NULL,
  language TEXT NOT NULL,
  priority INTEGER NOT NULL,
  not_before TIMESTAMP NOT NULL,
  not_after TIMESTAMP NOT NULL,
  snapshot TEXT NOT NULL,
  message_id TEXT NOT NULL,
  status TEXT NOT NULL CONSTRAINT outbox_status_word CHECK (status IN ('queued', 'sent', 'failed', 'aborted')),
  attempts INTEGER NOT NULL,
  lease_until TIMESTAMP,
  last_code TEXT,
  last_text TEXT,
  sent_at TIMESTAMP,
  created_at TIMESTAMP NOT NULL,
  forget BOOLEAN NOT NULL DEFAULT FALSE,
  facts_id BIGINT,
  CONSTRAINT outbox_one_mail_a_change UNIQUE (change_id)
);
INSERT INTO outbox_new SELECT id, change_id, registration_id, kind, recipient, language, priority, not_before, not_after, snapshot, message_id,
  status, attempts, lease_until, last_code, last_text, sent_at, created_at, forget, facts_id FROM outbox;
DROP TABLE outbox;
ALTER TABLE outbox_new RENAME TO outbox;
CREATE INDEX outbox_due ON outbox (priority, not_before, id) WHERE status = 'queued';
CREATE INDEX outbox_of_registration ON outbox (registration_id);
CREATE INDEX outbox_by_creation ON outbox (created_at);
CREATE INDEX outbox_failed ON outbox (created_at) WHERE status = 'failed';
CREATE INDEX outbox_to_forget ON outbox (id) WHERE forget;
