-- Due mails are read in the order in which they go. An index of all states drew SQLite away from that of due mails, and it
-- sorted everything owed at every claim.
DROP INDEX outbox_by_status;
CREATE INDEX outbox_by_creation ON outbox (created_at);
CREATE INDEX outbox_failed ON outbox (created_at) WHERE status = 'failed';
