-- A second factor: one-time codes by time (RFC 6238), and codes for when the device is lost.
ALTER TABLE staff_user ADD COLUMN totp_secret TEXT;
ALTER TABLE staff_user ADD COLUMN totp_since TIMESTAMP;
ALTER TABLE staff_user ADD COLUMN totp_step BIGINT;
-- Wrong codes in a row, and until when none is taken: counted here, for all processes.
ALTER TABLE staff_user ADD COLUMN totp_wrong INTEGER NOT NULL DEFAULT 0;
ALTER TABLE staff_user ADD COLUMN totp_wait TIMESTAMP;
CREATE TABLE staff_recovery (
  code_hash TEXT PRIMARY KEY NOT NULL,
  user_id BIGINT NOT NULL REFERENCES staff_user (id),
  made_at TIMESTAMP NOT NULL
);
CREATE INDEX staff_recovery_of_user ON staff_recovery (user_id);
