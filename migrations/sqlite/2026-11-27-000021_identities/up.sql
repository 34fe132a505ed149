-- What a provider of OpenID Connect knows members of staff by.
CREATE TABLE staff_identity (
  id INTEGER PRIMARY KEY NOT NULL,
  user_id BIGINT NOT NULL REFERENCES staff_user (id),
  issuer TEXT NOT NULL,
  subject TEXT NOT NULL,
  created_at TIMESTAMP NOT NULL,
  used_at TIMESTAMP,
  CONSTRAINT staff_identity_subject UNIQUE (issuer, subject),
  CONSTRAINT staff_identity_one_a_provider UNIQUE (user_id, issuer)
);
-- Sign-ins that came back from the provider, until they would have ended anyway: each is good once.
CREATE TABLE staff_identity_spent (
  state_hash TEXT PRIMARY KEY NOT NULL,
  ends_at TIMESTAMP NOT NULL
);
-- The identity by which a role is held; empty for one that was given by hand.
ALTER TABLE staff_grant ADD COLUMN identity_id BIGINT REFERENCES staff_identity (id);
-- The identity that a sign-in came by; empty for one by password or passkey.
ALTER TABLE login ADD COLUMN identity_id BIGINT REFERENCES staff_identity (id);
