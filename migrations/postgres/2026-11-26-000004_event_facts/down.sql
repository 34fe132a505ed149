UPDATE outbox SET snapshot = jsonb_set(outbox.snapshot::jsonb, '{event}', f.facts::jsonb)::text
  FROM event_facts f WHERE f.id = outbox.facts_id AND outbox.snapshot <> '';
ALTER TABLE outbox DROP COLUMN facts_id;
DROP TABLE event_facts;
