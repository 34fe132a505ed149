-- How often somebody asked for a new address of their personal calendar; who never did has no row. The address itself is stored nowhere.
CREATE TABLE calendar_feed (
  person_id BIGINT PRIMARY KEY NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  renewed INTEGER NOT NULL CONSTRAINT calendar_feed_renewed CHECK (renewed > 0),
  renewed_at TIMESTAMP NOT NULL
);
