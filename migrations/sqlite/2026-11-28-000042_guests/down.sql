DROP TABLE guest_proposal;
ALTER TABLE platform DROP COLUMN objection_days;
