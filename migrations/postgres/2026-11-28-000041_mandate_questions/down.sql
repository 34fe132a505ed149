DROP INDEX outbox_of_member;
ALTER TABLE outbox DROP COLUMN member_id;
DROP TABLE mandate_question;
ALTER TABLE member DROP COLUMN confirmed_at;
ALTER TABLE platform DROP COLUMN asks_holders;
