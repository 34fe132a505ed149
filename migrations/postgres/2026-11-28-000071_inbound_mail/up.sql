-- Mails that came in, kept as they came before anything is read in them. What was read and done stands beside.
CREATE TABLE inbound_mail (
  id BIGINT PRIMARY KEY NOT NULL,
  door TEXT NOT NULL CONSTRAINT inbound_mail_door_word CHECK (door IN ('stdin', 'lmtp', 'imap')),
  digest TEXT NOT NULL,
  received_at TIMESTAMP NOT NULL,
  envelope_to TEXT,
  octets BIGINT NOT NULL,
  state TEXT NOT NULL CONSTRAINT inbound_mail_state_word CHECK (state IN ('stored', 'handled', 'failed')),
  attempts INTEGER NOT NULL DEFAULT 0,
  lease_until TIMESTAMP,
  handled_at TIMESTAMP,
  kind TEXT,
  outcome TEXT,
  authentic TEXT,
  message_id TEXT,
  from_name TEXT NOT NULL DEFAULT '',
  from_address TEXT NOT NULL DEFAULT '',
  from_key TEXT,
  subject TEXT NOT NULL DEFAULT '',
  text TEXT NOT NULL DEFAULT '',
  registration_id BIGINT REFERENCES registration (id),
  event_id BIGINT REFERENCES event (id),
  invitation_id BIGINT REFERENCES invitation (id),
  mail_id BIGINT,
  for_person BOOLEAN NOT NULL DEFAULT FALSE,
  done_at TIMESTAMP,
  done_by TEXT,
  erased_at TIMESTAMP,
  raw BYTEA,
  CONSTRAINT inbound_mail_once UNIQUE (digest)
);
CREATE INDEX inbound_mail_to_handle ON inbound_mail (id) WHERE state = 'stored';
CREATE INDEX inbound_mail_of_registration ON inbound_mail (registration_id) WHERE registration_id IS NOT NULL;
CREATE INDEX inbound_mail_of_invitation ON inbound_mail (invitation_id) WHERE invitation_id IS NOT NULL;
CREATE INDEX inbound_mail_of_address ON inbound_mail (from_key) WHERE from_key IS NOT NULL;
CREATE INDEX inbound_mail_to_read ON inbound_mail (received_at) WHERE for_person;
CREATE INDEX inbound_mail_kept ON inbound_mail (received_at) WHERE erased_at IS NULL;

-- What the calendar of somebody with a seat answered last.
CREATE TABLE rsvp (
  registration_id BIGINT PRIMARY KEY NOT NULL REFERENCES registration (id),
  answer TEXT NOT NULL CONSTRAINT rsvp_answer_word CHECK (answer IN ('needs-action', 'accepted', 'tentative', 'declined')),
  sequence INTEGER NOT NULL,
  stamped TIMESTAMP,
  received_at TIMESTAMP,
  verified BOOLEAN NOT NULL,
  asked_sequence INTEGER
);

-- Addresses to which mail fails. Whose they are, it does not say: the key is a keyed digest.
CREATE TABLE mail_address (
  address_mac TEXT PRIMARY KEY NOT NULL,
  state TEXT NOT NULL CONSTRAINT mail_address_state_word CHECK (state IN ('soft', 'hard', 'complaint')),
  code TEXT NOT NULL,
  since TIMESTAMP NOT NULL,
  last_at TIMESTAMP NOT NULL,
  failures INTEGER NOT NULL
);

-- Who wants no more messages and invitations of a platform.
CREATE TABLE unsubscription (
  platform_id BIGINT NOT NULL REFERENCES platform (id),
  address_mac TEXT NOT NULL,
  at TIMESTAMP NOT NULL,
  PRIMARY KEY (platform_id, address_mac)
);
