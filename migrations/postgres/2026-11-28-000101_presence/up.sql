-- How much of an event whoever is known by minutes has to be there for, in per cent; each proof keeps what was asked when it was written.
ALTER TABLE platform ADD COLUMN presence_share INTEGER NOT NULL DEFAULT 50;
-- Until when, where that is known; what share was asked then; what staff says against the others; why, and why it was taken back.
ALTER TABLE attendance_proof ADD COLUMN left_at TIMESTAMP;
ALTER TABLE attendance_proof ADD COLUMN share INTEGER;
ALTER TABLE attendance_proof ADD COLUMN denies BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE attendance_proof ADD COLUMN reason TEXT;
ALTER TABLE attendance_proof ADD COLUMN revoked_reason TEXT;
