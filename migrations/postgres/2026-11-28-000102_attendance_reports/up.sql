-- Attendance reports of meeting services that were taken in. The digest tells the same file; it goes when a report is taken back, which
-- can then be taken in anew.
CREATE TABLE attendance_report (
  id BIGINT PRIMARY KEY NOT NULL,
  reference TEXT NOT NULL,
  event_id BIGINT NOT NULL REFERENCES event (id),
  digest TEXT,
  provider TEXT NOT NULL CONSTRAINT attendance_report_provider_word CHECK (provider IN ('teams', 'zoom', 'webex', 'plain')),
  zone TEXT NOT NULL,
  people INTEGER NOT NULL,
  taken_at TIMESTAMP NOT NULL,
  taken_by TEXT NOT NULL,
  undone_at TIMESTAMP,
  undone_by TEXT,
  CONSTRAINT attendance_report_reference UNIQUE (reference),
  CONSTRAINT attendance_report_once UNIQUE (event_id, digest)
);

-- Whom a report saw, and whose registration that is; what is not certain waits for staff.
CREATE TABLE sighting (
  id BIGINT PRIMARY KEY NOT NULL,
  report_id BIGINT NOT NULL REFERENCES attendance_report (id),
  event_id BIGINT NOT NULL REFERENCES event (id),
  line BIGINT NOT NULL,
  name TEXT NOT NULL,
  other_names TEXT NOT NULL,
  email_key TEXT,
  spans TEXT NOT NULL,
  at_most BIGINT,
  state TEXT NOT NULL CONSTRAINT sighting_state_word CHECK (state IN ('open', 'taken', 'dismissed')),
  why TEXT,
  candidates TEXT NOT NULL,
  registration_id BIGINT REFERENCES registration (id),
  decided_at TIMESTAMP,
  decided_by TEXT,
  erased_at TIMESTAMP
);
CREATE INDEX sighting_of_report ON sighting (report_id);
CREATE INDEX sighting_of_event ON sighting (event_id, state);
CREATE INDEX sighting_of_registration ON sighting (registration_id) WHERE registration_id IS NOT NULL;
CREATE INDEX sighting_of_address ON sighting (email_key) WHERE email_key IS NOT NULL;

-- By which sighting a proof came, and how many seconds it is worth at most: some reports tell only first joining and last leaving.
ALTER TABLE attendance_proof ADD COLUMN sighting_id BIGINT;
ALTER TABLE attendance_proof ADD COLUMN at_most BIGINT;
CREATE INDEX attendance_proof_of_sighting ON attendance_proof (sighting_id) WHERE sighting_id IS NOT NULL;
