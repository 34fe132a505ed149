DROP TABLE staff_recovery;
ALTER TABLE staff_user DROP COLUMN totp_wait;
ALTER TABLE staff_user DROP COLUMN totp_wrong;
ALTER TABLE staff_user DROP COLUMN totp_step;
ALTER TABLE staff_user DROP COLUMN totp_since;
ALTER TABLE staff_user DROP COLUMN totp_secret;
