-- Keys that people sign in with instead of a password: the public half alone.
CREATE TABLE passkey (
  id BIGINT PRIMARY KEY NOT NULL,
  user_id BIGINT NOT NULL REFERENCES staff_user (id),
  credential_id TEXT NOT NULL,
  name TEXT NOT NULL,
  credential TEXT NOT NULL,
  created_at TIMESTAMP NOT NULL,
  used_at TIMESTAMP,
  CONSTRAINT passkey_credential UNIQUE (credential_id)
);
CREATE INDEX passkey_of_user ON passkey (user_id);
-- Challenges that were answered, until they would have ended anyway: each is good once.
CREATE TABLE passkey_spent (
  challenge_hash TEXT PRIMARY KEY NOT NULL,
  ends_at TIMESTAMP NOT NULL
);
