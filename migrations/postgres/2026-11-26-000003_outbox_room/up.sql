-- A mail is claimed before it is sent. With room beside it, the claim is written there and no index is touched.
ALTER TABLE outbox SET (fillfactor = 70);
