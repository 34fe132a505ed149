-- A kept answer to a call that made something says where the thing is.
ALTER TABLE api_answer ADD COLUMN location TEXT;
