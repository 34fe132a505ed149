-- Who was where and for whom, over all quarters at once: no row is touched.
DROP INDEX registration_present_person;
CREATE INDEX registration_came ON registration (event_id, person_id, organisation_id) WHERE present;
-- When somebody registered. The words of both conditions are those of the query in `src/db/many_quarters.rs`.
CREATE INDEX registration_lead ON registration (event_id, registered_at) WHERE state NOT IN ('pending', 'expired');
