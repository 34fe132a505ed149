DROP INDEX registration_lead;
DROP INDEX registration_came;
CREATE INDEX registration_present_person ON registration (event_id, person_id) WHERE present AND person_id IS NOT NULL;
