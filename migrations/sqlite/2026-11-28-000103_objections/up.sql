-- What people say against what is recorded of their presence, and what staff answered. Goes with the name, whole.
CREATE TABLE objection (
  id INTEGER PRIMARY KEY NOT NULL,
  registration_id BIGINT NOT NULL REFERENCES registration (id),
  event_id BIGINT NOT NULL REFERENCES event (id),
  claim TEXT NOT NULL CONSTRAINT objection_claim_word CHECK (claim IN ('was_there', 'was_not_there', 'minutes')),
  text TEXT NOT NULL,
  made_at TIMESTAMP NOT NULL,
  changed_at TIMESTAMP NOT NULL,
  state TEXT NOT NULL CONSTRAINT objection_state_word CHECK (state IN ('open', 'accepted', 'declined')),
  answered_at TIMESTAMP,
  answered_by TEXT,
  answer TEXT
);
CREATE INDEX objection_of_registration ON objection (registration_id);
CREATE INDEX objection_open_at ON objection (event_id) WHERE state = 'open';
CREATE UNIQUE INDEX objection_once ON objection (registration_id) WHERE state = 'open';
