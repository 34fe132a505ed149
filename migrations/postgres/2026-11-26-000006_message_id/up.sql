-- A Message-ID is made of its change, and a change has one mail: its own index said nothing more, and being in no order it was the
-- dearest of them to keep.
ALTER TABLE outbox DROP CONSTRAINT outbox_message_id;
