-- Guests of platforms for members: proposed for one event, admitted when nobody objects within so many working days.
ALTER TABLE platform ADD COLUMN objection_days INTEGER NOT NULL DEFAULT 5;
CREATE TABLE guest_proposal (
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
  state TEXT NOT NULL CONSTRAINT guest_proposal_state_word CHECK (state IN ('open', 'admitted', 'refused', 'lapsed')),
  decided_by TEXT,
  decided_at TIMESTAMP,
  decision_reason TEXT,
  erased_at TIMESTAMP,
  CONSTRAINT guest_proposal_reference UNIQUE (reference)
);
CREATE INDEX guest_proposal_of_event ON guest_proposal (event_id);
CREATE UNIQUE INDEX guest_proposal_one_open ON guest_proposal (event_id, email_key) WHERE state = 'open' AND email_key IS NOT NULL;
CREATE INDEX guest_proposal_of_address ON guest_proposal (email_key) WHERE email_key IS NOT NULL;
