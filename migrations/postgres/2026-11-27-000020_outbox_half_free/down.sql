ALTER TABLE outbox SET (fillfactor = 70);
