-- One sending: who asked for it, for when, and whether it was stopped. Its mails name it in the outbox.
CREATE TABLE invitation_batch (
  id BIGINT PRIMARY KEY NOT NULL,
  event_id BIGINT NOT NULL REFERENCES event (id),
  kind TEXT NOT NULL CONSTRAINT invitation_batch_kind_word CHECK (kind IN ('invitation', 'invitation_reminder')),
  made_by TEXT NOT NULL,
  made_at TIMESTAMP NOT NULL,
  send_at TIMESTAMP NOT NULL,
  queued_at TIMESTAMP,
  people INTEGER NOT NULL,
  stopped_at TIMESTAMP
);
CREATE INDEX invitation_batch_of_event ON invitation_batch (event_id);
CREATE INDEX invitation_batch_due ON invitation_batch (send_at) WHERE queued_at IS NULL AND stopped_at IS NULL;

-- A personal call to register: one for each address at an event. Not a registration.
CREATE TABLE invitation (
  id BIGINT PRIMARY KEY NOT NULL,
  event_id BIGINT NOT NULL REFERENCES event (id),
  batch_id BIGINT NOT NULL REFERENCES invitation_batch (id),
  reference TEXT NOT NULL,
  page_hash TEXT NOT NULL,
  name TEXT NOT NULL,
  email TEXT NOT NULL,
  email_key TEXT,
  organisation_name TEXT NOT NULL,
  sector TEXT,
  language TEXT NOT NULL,
  state TEXT NOT NULL CONSTRAINT invitation_state_word CHECK (state IN ('pending', 'accepted', 'declined', 'bounced', 'withdrawn')),
  state_since TIMESTAMP NOT NULL,
  registration_id BIGINT REFERENCES registration (id),
  answered_at TIMESTAMP,
  created_at TIMESTAMP NOT NULL,
  search_key TEXT NOT NULL,
  erased_at TIMESTAMP,
  CONSTRAINT invitation_reference UNIQUE (reference),
  CONSTRAINT invitation_page_hash UNIQUE (page_hash),
  CONSTRAINT invitation_one_an_address UNIQUE (event_id, email_key)
);
CREATE INDEX invitation_of_batch ON invitation (batch_id);
CREATE INDEX invitation_of_address ON invitation (email_key);
CREATE INDEX invitation_of_registration ON invitation (registration_id);
CREATE INDEX invitation_named ON invitation (event_id) WHERE erased_at IS NULL;

-- A mail is about a registration or about an invitation. No foreign keys: the batch is one row for thousands of mails, and rows of
-- neither table are ever deleted; verify looks.
ALTER TABLE outbox ADD COLUMN invitation_id BIGINT;
ALTER TABLE outbox ADD COLUMN batch_id BIGINT;
CREATE UNIQUE INDEX outbox_one_mail_a_sending ON outbox (invitation_id, batch_id) WHERE invitation_id IS NOT NULL;
CREATE INDEX outbox_of_batch ON outbox (batch_id) WHERE batch_id IS NOT NULL;
