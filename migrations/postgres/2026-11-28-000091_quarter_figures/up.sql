-- Who was where, each once: rows leave it when names are erased, so that it stays small.
CREATE INDEX registration_present_person ON registration (event_id, person_id) WHERE present AND person_id IS NOT NULL;
