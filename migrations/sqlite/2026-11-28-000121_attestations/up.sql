-- Attestations of presence: what was signed, until the name goes; and for which events staff asked for them.
CREATE TABLE attestation (
  id INTEGER PRIMARY KEY NOT NULL,
  event_id BIGINT NOT NULL REFERENCES event (id),
  registration_id BIGINT NOT NULL REFERENCES registration (id),
  change_id BIGINT NULL REFERENCES registration_change (id),
  page_hash TEXT NOT NULL CONSTRAINT attestation_page_unique UNIQUE,
  reference TEXT NOT NULL,
  number TEXT NOT NULL,
  mode TEXT NOT NULL,
  minutes INTEGER NOT NULL CONSTRAINT attestation_minutes_not_negative CHECK (minutes >= 0),
  language TEXT NOT NULL,
  issued_at TIMESTAMP NOT NULL,
  issued_by TEXT NOT NULL,
  signed TEXT NOT NULL,
  revoked_at TIMESTAMP NULL
);
CREATE UNIQUE INDEX attestation_one_stands ON attestation (registration_id) WHERE revoked_at IS NULL;
CREATE INDEX attestation_of_registration ON attestation (registration_id);
CREATE INDEX attestation_of_event ON attestation (event_id);
CREATE TABLE attestation_order (
  event_id BIGINT PRIMARY KEY NOT NULL REFERENCES event (id),
  asked_by TEXT NOT NULL,
  asked_at TIMESTAMP NOT NULL,
  is_open BOOLEAN NOT NULL
);
CREATE INDEX attestation_order_open ON attestation_order (event_id) WHERE is_open;
