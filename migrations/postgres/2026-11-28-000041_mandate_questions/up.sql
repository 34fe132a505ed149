-- Once a quarter the holders of mandates are asked whether they still hold them, where an organiser wants it.
ALTER TABLE platform ADD COLUMN asks_holders BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE member ADD COLUMN confirmed_at TIMESTAMP;

-- One question to one holder in one quarter, and the answer: that it was confirmed, that it was ended, or the one and later the other.
CREATE TABLE mandate_question (
  id BIGINT PRIMARY KEY NOT NULL,
  member_id BIGINT NOT NULL REFERENCES member (id),
  quarter TEXT NOT NULL,
  reference TEXT NOT NULL,
  page_hash TEXT NOT NULL,
  asked_at TIMESTAMP NOT NULL,
  reminded_at TIMESTAMP,
  confirmed_at TIMESTAMP,
  ended_at TIMESTAMP,
  CONSTRAINT mandate_question_once_a_quarter UNIQUE (member_id, quarter),
  CONSTRAINT mandate_question_reference UNIQUE (reference),
  CONSTRAINT mandate_question_page_hash UNIQUE (page_hash)
);

-- A mail can be about a mandate, too. No foreign key: mandates entered by mistake are removed, and their mails stay, emptied.
ALTER TABLE outbox ADD COLUMN member_id BIGINT;
CREATE INDEX outbox_of_member ON outbox (member_id) WHERE member_id IS NOT NULL;
