-- What the form says of somebody who was proven before waits here for a new proof.
ALTER TABLE registration ADD COLUMN declared TEXT;

-- A mail that goes out one last time after its owner erased everything, and is emptied then.
ALTER TABLE outbox ADD COLUMN forget BOOLEAN NOT NULL DEFAULT FALSE;
CREATE INDEX outbox_to_forget ON outbox (id) WHERE forget;

-- A reminder belongs to a start, not to every change of the event.
CREATE TABLE reminder_sent (
  event_id BIGINT NOT NULL REFERENCES event (id),
  minutes INTEGER NOT NULL,
  starts_at TIMESTAMP NOT NULL,
  done_at TIMESTAMP NOT NULL,
  PRIMARY KEY (event_id, minutes, starts_at)
);
INSERT INTO reminder_sent (event_id, minutes, starts_at, done_at)
  SELECT r.event_id, r.minutes, e.starts_at, r.done_at FROM reminder_run r JOIN event e ON e.id = r.event_id AND e.sequence = r.sequence;
DROP TABLE reminder_run;
