DROP INDEX attendance_proof_of_sighting;
ALTER TABLE attendance_proof DROP COLUMN at_most;
ALTER TABLE attendance_proof DROP COLUMN sighting_id;
DROP TABLE sighting;
DROP TABLE attendance_report;
