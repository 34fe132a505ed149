-- How long before the start the link to join goes to those with a seat online, in minutes; NULL sends none.
ALTER TABLE platform ADD COLUMN join_details_minutes INTEGER DEFAULT 60;

-- Once for each start of an event, whatever becomes of the lead meanwhile.
CREATE TABLE join_details_sent (
  event_id BIGINT NOT NULL REFERENCES event (id),
  starts_at TIMESTAMP NOT NULL,
  done_at TIMESTAMP NOT NULL,
  PRIMARY KEY (event_id, starts_at)
);
