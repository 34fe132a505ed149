DELETE FROM outbox WHERE kind = 'guest_outcome';
DELETE FROM guest_proposal WHERE registration_id IS NOT NULL;
CREATE TABLE guest_proposal_old (
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
INSERT INTO guest_proposal_old SELECT id, event_id, reference, name, email, email_key, organisation_name, language, reason, proposed_by, proposed_at,
  objections_until, CASE WHEN state IN ('taken_back', 'elsewhere') THEN 'lapsed' ELSE state END, decided_by, decided_at, decision_reason, erased_at
  FROM guest_proposal;
DROP TABLE guest_proposal;
ALTER TABLE guest_proposal_old RENAME TO guest_proposal;
CREATE INDEX guest_proposal_of_event ON guest_proposal (event_id);
CREATE UNIQUE INDEX guest_proposal_one_open ON guest_proposal (event_id, email_key) WHERE state = 'open' AND email_key IS NOT NULL;
CREATE INDEX guest_proposal_of_address ON guest_proposal (email_key) WHERE email_key IS NOT NULL;
ALTER TABLE platform DROP COLUMN members_propose;
