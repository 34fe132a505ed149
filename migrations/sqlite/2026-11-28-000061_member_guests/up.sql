-- Members propose guests, too, where a platform wants it. What was proposed has a sector, and the place of the member who proposed it;
-- several may propose the same person, each once, and take back what waits. SQLite changes a constraint with its table only.
ALTER TABLE platform ADD COLUMN members_propose BOOLEAN NOT NULL DEFAULT FALSE;
CREATE TABLE guest_proposal_new (
  id INTEGER PRIMARY KEY NOT NULL,
  event_id BIGINT NOT NULL REFERENCES event (id),
  reference TEXT NOT NULL,
  name TEXT NOT NULL,
  email TEXT NOT NULL,
  email_key TEXT,
  organisation_name TEXT NOT NULL,
  language TEXT NOT NULL,
  reason TEXT NOT NULL,
  proposed_by TEXT NOT NULL,
  proposed_at TIMESTAMP NOT NULL,
  objections_until TIMESTAMP NOT NULL,
  state TEXT NOT NULL CONSTRAINT guest_proposal_state_word CHECK (state IN ('open', 'admitted', 'refused', 'lapsed', 'elsewhere', 'taken_back')),
  decided_by TEXT,
  decided_at TIMESTAMP,
  decision_reason TEXT,
  erased_at TIMESTAMP,
  sector TEXT,
  registration_id BIGINT REFERENCES registration (id),
  CONSTRAINT guest_proposal_reference UNIQUE (reference)
);
INSERT INTO guest_proposal_new SELECT id, event_id, reference, name, email, email_key, organisation_name, language, reason, proposed_by, proposed_at, objections_until, state,
  decided_by, decided_at, decision_reason, erased_at, NULL, NULL FROM guest_proposal;
DROP TABLE guest_proposal;
ALTER TABLE guest_proposal_new RENAME TO guest_proposal;
CREATE INDEX guest_proposal_of_event ON guest_proposal (event_id);
CREATE UNIQUE INDEX guest_proposal_one_open ON guest_proposal (event_id, email_key, COALESCE(registration_id, 0)) WHERE state = 'open' AND email_key IS NOT NULL;
CREATE INDEX guest_proposal_of_address ON guest_proposal (email_key) WHERE email_key IS NOT NULL;
CREATE INDEX guest_proposal_of_registration ON guest_proposal (registration_id) WHERE registration_id IS NOT NULL;
CREATE INDEX guest_proposal_open ON guest_proposal (event_id) WHERE state = 'open';
