-- The program before knows no such mail.
DELETE FROM outbox WHERE kind = 'substitute_offer';
DROP INDEX outbox_of_offer;
ALTER TABLE outbox DROP COLUMN offer_id;
DROP TABLE substitute_offer;
ALTER TABLE platform DROP COLUMN allow_substitutes;
