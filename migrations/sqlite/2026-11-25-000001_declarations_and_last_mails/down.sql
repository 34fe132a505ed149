CREATE TABLE reminder_run (
  event_id BIGINT NOT NULL REFERENCES event (id),
  minutes INTEGER NOT NULL,
  sequence INTEGER NOT NULL,
  done_at TIMESTAMP NOT NULL,
  PRIMARY KEY (event_id, minutes, sequence)
);
INSERT INTO reminder_run (event_id, minutes, sequence, done_at)
  SELECT s.event_id, s.minutes, e.sequence, s.done_at FROM reminder_sent s JOIN event e ON e.id = s.event_id AND e.starts_at = s.starts_at;
DROP TABLE reminder_sent;
DROP INDEX outbox_to_forget;
ALTER TABLE outbox DROP COLUMN forget;
ALTER TABLE registration DROP COLUMN declared;
