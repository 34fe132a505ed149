-- A note about a registration for colleagues. It goes with the name it is about.
CREATE TABLE registration_note (
  registration_id BIGINT PRIMARY KEY NOT NULL REFERENCES registration (id),
  text TEXT NOT NULL,
  written_by TEXT NOT NULL,
  written_at TIMESTAMP NOT NULL
);
