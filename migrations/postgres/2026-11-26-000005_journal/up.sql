-- Who did what to what, when. Each entry is sealed together with the one before it. It keeps what it says whatever becomes of the
-- rows it names, and waits for none of their locks: no foreign keys.
CREATE TABLE journal (
  number BIGINT PRIMARY KEY NOT NULL,
  at TIMESTAMP NOT NULL,
  actor TEXT NOT NULL,
  deed TEXT NOT NULL,
  platform_id BIGINT,
  event_id BIGINT,
  subject TEXT NOT NULL,
  was TEXT NOT NULL,
  became TEXT NOT NULL,
  seal TEXT NOT NULL
);
CREATE INDEX journal_by_time ON journal (at, number);
CREATE INDEX journal_of_event ON journal (event_id, at, number);
CREATE INDEX journal_of_actor ON journal (actor, at, number);
CREATE INDEX journal_of_subject ON journal (subject, at, number);

-- The last entry, so that one cut off the end is missed; also what writers of several processes wait for each other at.
CREATE TABLE journal_head (
  id BIGINT PRIMARY KEY NOT NULL,
  number BIGINT NOT NULL,
  seal TEXT NOT NULL
);
INSERT INTO journal_head (id, number, seal) VALUES (1, 0, '');
