CREATE TABLE platform (
  id INTEGER PRIMARY KEY NOT NULL,
  slug TEXT NOT NULL,
  name TEXT NOT NULL,
  description TEXT NOT NULL,
  members TEXT NOT NULL,
  audience TEXT NOT NULL CONSTRAINT platform_audience_word CHECK (audience IN ('open', 'approval', 'members')),
  visibility TEXT NOT NULL CONSTRAINT platform_visibility_word CHECK (visibility IN ('public', 'hidden')),
  cadence TEXT NOT NULL,
  reminder_minutes TEXT NOT NULL,
  follows TEXT,
  sort INTEGER NOT NULL,
  catalogue_entry TEXT,
  created_at TIMESTAMP NOT NULL,
  updated_at TIMESTAMP NOT NULL,
  CONSTRAINT platform_slug UNIQUE (slug)
);

CREATE TABLE event (
  id INTEGER PRIMARY KEY NOT NULL,
  platform_id BIGINT NOT NULL REFERENCES platform (id),
  slug TEXT NOT NULL,
  edition TEXT NOT NULL,
  follows_event_id BIGINT REFERENCES event (id),
  status TEXT NOT NULL CONSTRAINT event_status_word CHECK (status IN ('draft', 'published', 'called_off')),
  tlp TEXT NOT NULL,
  title TEXT NOT NULL,
  summary TEXT NOT NULL,
  agenda TEXT NOT NULL,
  starts_at TIMESTAMP NOT NULL,
  ends_at TIMESTAMP NOT NULL,
  opens_at TIMESTAMP,
  closes_at TIMESTAMP NOT NULL,
  format TEXT NOT NULL CONSTRAINT event_format_word CHECK (format IN ('on_site', 'online', 'hybrid')),
  venue TEXT NOT NULL,
  join_link TEXT,
  release_at TIMESTAMP,
  released_at TIMESTAMP,
  next_waiting_no BIGINT NOT NULL,
  sequence INTEGER NOT NULL,
  revision INTEGER NOT NULL,
  call_off_reason TEXT,
  created_at TIMESTAMP NOT NULL,
  updated_at TIMESTAMP NOT NULL,
  CONSTRAINT event_slug UNIQUE (slug),
  CONSTRAINT event_ends_after_start CHECK (ends_at > starts_at)
);
CREATE INDEX event_by_start ON event (starts_at);
CREATE INDEX event_by_platform ON event (platform_id, starts_at);

CREATE TABLE seat_pool (
  event_id BIGINT NOT NULL REFERENCES event (id),
  mode TEXT NOT NULL CONSTRAINT seat_pool_mode_word CHECK (mode IN ('on_site', 'online')),
  capacity INTEGER,
  quota_private INTEGER,
  quota_academic INTEGER,
  quota_public INTEGER,
  max_per_organisation INTEGER,
  taken_private INTEGER NOT NULL,
  taken_academic INTEGER NOT NULL,
  taken_public INTEGER NOT NULL,
  PRIMARY KEY (event_id, mode),
  CONSTRAINT seat_pool_never_overbooked CHECK (capacity IS NULL OR taken_private + taken_academic + taken_public <= capacity),
  CONSTRAINT seat_pool_taken_counts CHECK (taken_private >= 0 AND taken_academic >= 0 AND taken_public >= 0)
);

CREATE TABLE organisation (
  id INTEGER PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL,
  sector TEXT NOT NULL,
  enterprise_number TEXT,
  domains TEXT NOT NULL,
  created_at TIMESTAMP NOT NULL,
  CONSTRAINT organisation_name_key UNIQUE (name_key),
  CONSTRAINT organisation_enterprise_number UNIQUE (enterprise_number)
);

CREATE TABLE person (
  id INTEGER PRIMARY KEY NOT NULL,
  email TEXT NOT NULL,
  email_key TEXT NOT NULL,
  name TEXT NOT NULL,
  organisation_id BIGINT REFERENCES organisation (id),
  sector TEXT NOT NULL,
  language TEXT NOT NULL,
  proved_at TIMESTAMP,
  created_at TIMESTAMP NOT NULL,
  CONSTRAINT person_email_key UNIQUE (email_key)
);

CREATE TABLE registration (
  id INTEGER PRIMARY KEY NOT NULL,
  reference TEXT NOT NULL,
  page_hash TEXT NOT NULL,
  event_id BIGINT NOT NULL REFERENCES event (id),
  person_id BIGINT REFERENCES person (id),
  name TEXT NOT NULL,
  email TEXT NOT NULL,
  organisation_name TEXT NOT NULL,
  organisation_id BIGINT REFERENCES organisation (id),
  sector TEXT NOT NULL CONSTRAINT registration_sector_word CHECK (sector IN ('private', 'academic', 'public')),
  language TEXT NOT NULL CONSTRAINT registration_language_word CHECK (language IN ('nl', 'fr', 'de', 'en')),
  mode TEXT NOT NULL CONSTRAINT registration_mode_word CHECK (mode IN ('on_site', 'online')),
  state TEXT NOT NULL CONSTRAINT registration_state_word CHECK (state IN ('pending', 'awaiting_approval', 'confirmed', 'waitlisted', 'withdrawn', 'rejected', 'cancelled', 'expired')),
  state_since TIMESTAMP NOT NULL,
  waiting_no BIGINT,
  reason TEXT,
  uid TEXT NOT NULL,
  sequence INTEGER NOT NULL,
  was_invited BOOLEAN NOT NULL,
  prove_before TIMESTAMP,
  registered_at TIMESTAMP NOT NULL,
  proved_at TIMESTAMP,
  present BOOLEAN NOT NULL,
  erased_at TIMESTAMP,
  search_key TEXT NOT NULL,
  CONSTRAINT registration_reference UNIQUE (reference),
  CONSTRAINT registration_page_hash UNIQUE (page_hash),
  CONSTRAINT registration_one_per_person UNIQUE (event_id, person_id),
  CONSTRAINT registration_waits_with_number CHECK ((state = 'waitlisted') = (waiting_no IS NOT NULL))
);
CREATE INDEX registration_figures ON registration (event_id, state, sector, mode, language, present);
CREATE INDEX registration_waiting ON registration (event_id, mode, waiting_no) WHERE waiting_no IS NOT NULL;
CREATE INDEX registration_unproven ON registration (prove_before) WHERE prove_before IS NOT NULL;
CREATE INDEX registration_of_organisation ON registration (event_id, organisation_id) WHERE organisation_id IS NOT NULL;
CREATE INDEX registration_of_person ON registration (person_id);

CREATE TABLE registration_change (
  id INTEGER PRIMARY KEY NOT NULL,
  registration_id BIGINT NOT NULL REFERENCES registration (id),
  event_id BIGINT NOT NULL REFERENCES event (id),
  at TIMESTAMP NOT NULL,
  cause TEXT NOT NULL,
  from_state TEXT,
  to_state TEXT NOT NULL,
  actor TEXT NOT NULL,
  reason TEXT,
  form_key TEXT,
  CONSTRAINT registration_change_form_key UNIQUE (form_key)
);
CREATE INDEX registration_change_of_registration ON registration_change (registration_id, id);

CREATE TABLE outbox (
  id INTEGER PRIMARY KEY NOT NULL,
  change_id BIGINT REFERENCES registration_change (id),
  registration_id BIGINT REFERENCES registration (id),
  kind TEXT NOT NULL,
  recipient TEXT NOT NULL,
  language TEXT NOT NULL,
  priority INTEGER NOT NULL,
  not_before TIMESTAMP NOT NULL,
  not_after TIMESTAMP NOT NULL,
  snapshot TEXT NOT NULL,
  message_id TEXT NOT NULL,
  status TEXT NOT NULL CONSTRAINT outbox_status_word CHECK (status IN ('queued', 'sent', 'failed', 'aborted')),
  attempts INTEGER NOT NULL,
  lease_until TIMESTAMP,
  last_code TEXT,
  last_text TEXT,
  sent_at TIMESTAMP,
  created_at TIMESTAMP NOT NULL,
  CONSTRAINT outbox_one_mail_a_change UNIQUE (change_id),
  CONSTRAINT outbox_message_id UNIQUE (message_id)
);
CREATE INDEX outbox_due ON outbox (priority, not_before, id) WHERE status = 'queued';
CREATE INDEX outbox_of_registration ON outbox (registration_id);
CREATE INDEX outbox_by_status ON outbox (status, created_at);

CREATE TABLE attendance_proof (
  id INTEGER PRIMARY KEY NOT NULL,
  registration_id BIGINT NOT NULL REFERENCES registration (id),
  event_id BIGINT NOT NULL REFERENCES event (id),
  source TEXT NOT NULL,
  at TIMESTAMP NOT NULL,
  recorded_at TIMESTAMP NOT NULL,
  recorded_by TEXT NOT NULL,
  device TEXT,
  key TEXT,
  revoked_at TIMESTAMP,
  revoked_by TEXT,
  CONSTRAINT attendance_proof_key UNIQUE (event_id, key)
);
CREATE INDEX attendance_proof_of_registration ON attendance_proof (registration_id);

CREATE TABLE reminder_run (
  event_id BIGINT NOT NULL REFERENCES event (id),
  minutes INTEGER NOT NULL,
  sequence INTEGER NOT NULL,
  done_at TIMESTAMP NOT NULL,
  PRIMARY KEY (event_id, minutes, sequence)
);

CREATE TABLE staff_user (
  id INTEGER PRIMARY KEY NOT NULL,
  email TEXT NOT NULL,
  email_key TEXT NOT NULL,
  password_hash TEXT NOT NULL,
  disabled_at TIMESTAMP,
  created_at TIMESTAMP NOT NULL,
  CONSTRAINT staff_user_email_key UNIQUE (email_key)
);

CREATE TABLE staff_grant (
  id INTEGER PRIMARY KEY NOT NULL,
  user_id BIGINT NOT NULL REFERENCES staff_user (id),
  role TEXT NOT NULL CONSTRAINT staff_grant_role_word CHECK (role IN ('admin', 'organiser', 'desk', 'reporter')),
  platform_id BIGINT REFERENCES platform (id)
);
CREATE INDEX staff_grant_of_user ON staff_grant (user_id);

CREATE TABLE login (
  token_hash TEXT PRIMARY KEY NOT NULL,
  user_id BIGINT NOT NULL REFERENCES staff_user (id),
  csrf TEXT NOT NULL,
  created_at TIMESTAMP NOT NULL,
  seen_at TIMESTAMP NOT NULL,
  expires_at TIMESTAMP NOT NULL
);
CREATE INDEX login_of_user ON login (user_id);

CREATE TABLE api_token (
  id INTEGER PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  token_hash TEXT NOT NULL,
  role TEXT NOT NULL,
  platform_id BIGINT REFERENCES platform (id),
  created_at TIMESTAMP NOT NULL,
  disabled_at TIMESTAMP,
  CONSTRAINT api_token_name UNIQUE (name),
  CONSTRAINT api_token_hash UNIQUE (token_hash)
);

CREATE TABLE api_answer (
  token_id BIGINT NOT NULL REFERENCES api_token (id),
  key TEXT NOT NULL,
  request_hash TEXT NOT NULL,
  status INTEGER NOT NULL,
  body TEXT NOT NULL,
  created_at TIMESTAMP NOT NULL,
  PRIMARY KEY (token_id, key)
);

CREATE TABLE lease (
  name TEXT PRIMARY KEY NOT NULL,
  owner TEXT NOT NULL,
  until TIMESTAMP NOT NULL
);
