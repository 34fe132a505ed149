-- Organisations that staff registers: names in languages, search, when it was registered, and where a merged one went.
ALTER TABLE organisation DROP COLUMN domains;
ALTER TABLE organisation ADD COLUMN names TEXT;
ALTER TABLE organisation ADD COLUMN search_key TEXT NOT NULL DEFAULT '';
ALTER TABLE organisation ADD COLUMN registered_at TIMESTAMP;
ALTER TABLE organisation ADD COLUMN revision INTEGER NOT NULL DEFAULT 1;
ALTER TABLE organisation ADD COLUMN merged_into BIGINT REFERENCES organisation (id);
ALTER TABLE organisation ADD COLUMN merged_at TIMESTAMP;
UPDATE organisation SET search_key = name_key;

-- Other names that lead to an organisation: in a language, or as people type it. The one that lists show is the organisation's own.
CREATE TABLE organisation_name (
  name_key TEXT NOT NULL,
  organisation_id BIGINT NOT NULL REFERENCES organisation (id),
  name TEXT NOT NULL,
  is_alias BOOLEAN NOT NULL,
  CONSTRAINT organisation_name_once PRIMARY KEY (name_key)
);
CREATE INDEX organisation_name_of ON organisation_name (organisation_id);

-- Mail domains: each tells one organisation.
CREATE TABLE organisation_domain (
  domain TEXT NOT NULL,
  organisation_id BIGINT NOT NULL REFERENCES organisation (id),
  CONSTRAINT organisation_domain_once PRIMARY KEY (domain)
);
CREATE INDEX organisation_domain_of ON organisation_domain (organisation_id);

-- What staff decided where somebody said another sector than their organisation is registered with.
CREATE TABLE sector_decision (
  registration_id BIGINT NOT NULL REFERENCES registration (id),
  declared TEXT NOT NULL,
  registered TEXT NOT NULL,
  decided_by TEXT NOT NULL,
  decided_at TIMESTAMP NOT NULL,
  CONSTRAINT sector_decision_once PRIMARY KEY (registration_id)
);
