ALTER TABLE login DROP COLUMN identity_id;
DELETE FROM staff_grant WHERE identity_id IS NOT NULL;
ALTER TABLE staff_grant DROP COLUMN identity_id;
DROP TABLE staff_identity_spent;
DROP TABLE staff_identity;
