ALTER TABLE login DROP COLUMN device;
ALTER TABLE login DROP COLUMN totp_offer;
