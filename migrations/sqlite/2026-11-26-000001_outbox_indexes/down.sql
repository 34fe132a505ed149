DROP INDEX outbox_failed;
DROP INDEX outbox_by_creation;
CREATE INDEX outbox_by_status ON outbox (status, created_at);
