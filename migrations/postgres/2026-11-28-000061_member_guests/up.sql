-- Members propose guests, too, where a platform wants it. What was proposed has a sector, and the place of the member who proposed it;
-- several may propose the same person, each once, and take back what waits.
ALTER TABLE platform ADD COLUMN members_propose BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE guest_proposal ADD COLUMN sector TEXT;
ALTER TABLE guest_proposal ADD COLUMN registration_id BIGINT REFERENCES registration (id);
ALTER TABLE guest_proposal DROP CONSTRAINT guest_proposal_state_word;
ALTER TABLE guest_proposal ADD CONSTRAINT guest_proposal_state_word CHECK (state IN ('open', 'admitted', 'refused', 'lapsed', 'elsewhere', 'taken_back'));
DROP INDEX guest_proposal_one_open;
CREATE UNIQUE INDEX guest_proposal_one_open ON guest_proposal (event_id, email_key, COALESCE(registration_id, 0)) WHERE state = 'open' AND email_key IS NOT NULL;
CREATE INDEX guest_proposal_of_registration ON guest_proposal (registration_id) WHERE registration_id IS NOT NULL;
CREATE INDEX guest_proposal_open ON guest_proposal (event_id) WHERE state = 'open';
