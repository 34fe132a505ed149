-- What the retention time still has to reach. Without it, every look for it read all registrations ever kept.
CREATE INDEX registration_named ON registration (event_id) WHERE erased_at IS NULL;
