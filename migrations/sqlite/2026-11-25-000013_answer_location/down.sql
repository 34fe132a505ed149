ALTER TABLE api_answer DROP COLUMN location;
