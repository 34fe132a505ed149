-- The holder of a seat can name a colleague to take it over, where the platform allows it.
ALTER TABLE platform ADD COLUMN allow_substitutes BOOLEAN NOT NULL DEFAULT FALSE;

-- One asking: who was asked to take over which seat, and what became of it. Names go with the answer, or a day after. The keyed digest of
-- event and address outlives them by a day at most: erasing must not reset how many mails one address gets.
CREATE TABLE substitute_offer (
  id BIGINT PRIMARY KEY NOT NULL,
  event_id BIGINT NOT NULL REFERENCES event (id),
  registration_id BIGINT NOT NULL REFERENCES registration (id),
  reference TEXT NOT NULL,
  page_hash TEXT NOT NULL,
  name TEXT NOT NULL,
  email TEXT NOT NULL,
  email_key TEXT,
  language TEXT NOT NULL,
  state TEXT NOT NULL CONSTRAINT substitute_offer_state_word CHECK (state IN ('open', 'accepted', 'declined', 'taken_back', 'lapsed')),
  asked_at TIMESTAMP NOT NULL,
  ended_at TIMESTAMP,
  substitute_id BIGINT REFERENCES registration (id),
  erased_at TIMESTAMP,
  address_mac TEXT,
  CONSTRAINT substitute_offer_reference UNIQUE (reference),
  CONSTRAINT substitute_offer_page_hash UNIQUE (page_hash)
);
CREATE UNIQUE INDEX substitute_offer_one_open ON substitute_offer (registration_id) WHERE state = 'open';
CREATE INDEX substitute_offer_of_registration ON substitute_offer (registration_id);
CREATE INDEX substitute_offer_of_substitute ON substitute_offer (substitute_id) WHERE substitute_id IS NOT NULL;
CREATE INDEX substitute_offer_of_event ON substitute_offer (event_id);
CREATE INDEX substitute_offer_of_address ON substitute_offer (email_key) WHERE email_key IS NOT NULL;

-- A mail can be about an offer, too.
ALTER TABLE outbox ADD COLUMN offer_id BIGINT;
CREATE INDEX outbox_of_offer ON outbox (offer_id) WHERE offer_id IS NOT NULL;
