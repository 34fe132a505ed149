-- A message of the organisers to some people of an event: its words in each language, whom it is for, and how far it is.
CREATE TABLE announcement (
  id INTEGER PRIMARY KEY NOT NULL,
  event_id BIGINT NOT NULL REFERENCES event (id),
  form_key TEXT NOT NULL,
  made_by TEXT NOT NULL,
  made_at TIMESTAMP NOT NULL,
  words TEXT NOT NULL,
  audience TEXT NOT NULL,
  people INTEGER NOT NULL,
  looked_at INTEGER NOT NULL,
  owed INTEGER NOT NULL,
  finished_at TIMESTAMP,
  stopped_at TIMESTAMP,
  CONSTRAINT announcement_form_key UNIQUE (form_key)
);
CREATE INDEX announcement_of_event ON announcement (event_id);
CREATE INDEX announcement_unfinished ON announcement (id) WHERE finished_at IS NULL AND stopped_at IS NULL;
-- Its mails name it in the outbox as those of invitations name their sending: nobody gets it twice.
CREATE UNIQUE INDEX outbox_one_mail_an_announcement ON outbox (registration_id, batch_id) WHERE registration_id IS NOT NULL AND batch_id IS NOT NULL;
