-- Rosters: mandates of people on platforms. Days are text like 2026-12-31, in Brussels; the last day counts.
CREATE TABLE member (
  id BIGINT PRIMARY KEY NOT NULL,
  reference TEXT NOT NULL,
  platform_id BIGINT NOT NULL REFERENCES platform (id),
  name TEXT NOT NULL,
  email TEXT NOT NULL,
  email_key TEXT,
  organisation_name TEXT NOT NULL,
  organisation_id BIGINT NOT NULL REFERENCES organisation (id),
  sector TEXT NOT NULL CONSTRAINT member_sector_word CHECK (sector IN ('private', 'academic', 'public')),
  language TEXT NOT NULL,
  function TEXT NOT NULL,
  deputy BOOLEAN NOT NULL,
  starts_on TEXT NOT NULL,
  ends_on TEXT,
  revision INTEGER NOT NULL,
  created_at TIMESTAMP NOT NULL,
  updated_at TIMESTAMP NOT NULL,
  erased_at TIMESTAMP,
  sort_key TEXT NOT NULL,
  search_key TEXT NOT NULL,
  CONSTRAINT member_reference UNIQUE (reference),
  CONSTRAINT member_one_mandate UNIQUE (platform_id, email_key, function, organisation_id, starts_on),
  CONSTRAINT member_ends_after_start CHECK (ends_on IS NULL OR ends_on >= starts_on)
);
CREATE INDEX member_by_order ON member (platform_id, sort_key, id);
CREATE INDEX member_by_email ON member (email_key) WHERE email_key IS NOT NULL;

-- What an import wrote, so that it can be undone as a whole for a while.
CREATE TABLE member_import (
  id BIGINT PRIMARY KEY NOT NULL,
  reference TEXT NOT NULL,
  platform_id BIGINT NOT NULL REFERENCES platform (id),
  at TIMESTAMP NOT NULL,
  actor TEXT NOT NULL,
  added INTEGER NOT NULL,
  changed INTEGER NOT NULL,
  undone_at TIMESTAMP,
  CONSTRAINT member_import_reference UNIQUE (reference)
);
CREATE INDEX member_import_of_platform ON member_import (platform_id, at);
CREATE TABLE member_import_row (
  id BIGINT PRIMARY KEY NOT NULL,
  import_id BIGINT NOT NULL REFERENCES member_import (id),
  member_id BIGINT NOT NULL,
  revision INTEGER NOT NULL,
  was TEXT
);
CREATE INDEX member_import_row_of_import ON member_import_row (import_id);
CREATE INDEX member_import_row_of_member ON member_import_row (member_id);
