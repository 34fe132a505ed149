-- Quarters that were closed: their figures as they stood, in a chain for each platform. Rows are added and never changed.
CREATE TABLE closing (
  id INTEGER PRIMARY KEY NOT NULL,
  platform_id BIGINT NOT NULL REFERENCES platform (id),
  number INTEGER NOT NULL CONSTRAINT closing_number_positive CHECK (number > 0),
  edition TEXT NOT NULL,
  revision INTEGER NOT NULL CONSTRAINT closing_revision_positive CHECK (revision > 0),
  is_final BOOLEAN NOT NULL,
  closed_at TIMESTAMP NOT NULL,
  actor TEXT NOT NULL,
  reason TEXT NOT NULL,
  digest TEXT NOT NULL,
  before TEXT NOT NULL,
  fingerprint TEXT NOT NULL,
  signature TEXT NOT NULL,
  key TEXT NOT NULL,
  content TEXT NOT NULL,
  CONSTRAINT closing_in_chain UNIQUE (platform_id, number),
  CONSTRAINT closing_once_a_revision UNIQUE (platform_id, edition, revision)
);
