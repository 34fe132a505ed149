ALTER TABLE registration DROP COLUMN basis;
ALTER TABLE invitation DROP COLUMN basis;
