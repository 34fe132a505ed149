DROP INDEX outbox_of_batch;
DROP INDEX outbox_one_mail_a_sending;
DELETE FROM outbox WHERE invitation_id IS NOT NULL;
ALTER TABLE outbox DROP COLUMN batch_id;
ALTER TABLE outbox DROP COLUMN invitation_id;
DROP TABLE invitation;
DROP TABLE invitation_batch;
