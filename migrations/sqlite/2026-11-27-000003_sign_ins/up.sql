-- A secret for a second factor that waits for its first code, sealed: it belongs to the sign-in it was asked for by.
ALTER TABLE login ADD COLUMN totp_offer TEXT;
-- Browser and system in a few words of ours, so that people know their own sign-ins.
ALTER TABLE login ADD COLUMN device TEXT NOT NULL DEFAULT '';
