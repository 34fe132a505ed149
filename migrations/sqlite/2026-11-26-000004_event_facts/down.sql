UPDATE outbox SET snapshot = (SELECT json_set(outbox.snapshot, '$.event', json(f.facts)) FROM event_facts f WHERE f.id = outbox.facts_id)
  WHERE facts_id IS NOT NULL AND snapshot <> '';
ALTER TABLE outbox DROP COLUMN facts_id;
DROP TABLE event_facts;
