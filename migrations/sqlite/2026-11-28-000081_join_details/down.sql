-- The program before knows no such mail.
DELETE FROM outbox WHERE kind = 'join_details';
DELETE FROM registration_change WHERE cause = 'told_how_to_join';
DROP TABLE join_details_sent;
ALTER TABLE platform DROP COLUMN join_details_minutes;
