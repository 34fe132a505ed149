-- What mails say of an event stands once for all mails that say the same of it, and no longer in each mail. Mails owed before
-- keep their own words.
CREATE TABLE event_facts (
  id BIGINT PRIMARY KEY NOT NULL,
  event_id BIGINT NOT NULL REFERENCES event (id),
  digest TEXT NOT NULL,
  facts TEXT NOT NULL,
  CONSTRAINT event_facts_digest UNIQUE (digest)
);

-- No foreign key: every mail would look the same row up, and lock it. The rows are never deleted, and `verify` looks.
ALTER TABLE outbox ADD COLUMN facts_id BIGINT;
