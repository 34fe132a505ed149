-- What only these columns say goes with them: minutes too short to count, and presence that staff denied.
DELETE FROM attendance_proof WHERE denies;
ALTER TABLE attendance_proof DROP COLUMN revoked_reason;
ALTER TABLE attendance_proof DROP COLUMN reason;
ALTER TABLE attendance_proof DROP COLUMN denies;
ALTER TABLE attendance_proof DROP COLUMN share;
ALTER TABLE attendance_proof DROP COLUMN left_at;
ALTER TABLE platform DROP COLUMN presence_share;
UPDATE registration SET present = EXISTS (SELECT 1 FROM attendance_proof WHERE attendance_proof.registration_id = registration.id AND attendance_proof.revoked_at IS NULL);
