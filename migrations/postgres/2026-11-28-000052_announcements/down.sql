DROP INDEX outbox_one_mail_an_announcement;
DELETE FROM outbox WHERE kind = 'announcement';
DELETE FROM registration_change WHERE cause = 'announced';
DROP TABLE announcement;
