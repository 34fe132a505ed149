DROP TABLE registration_note;
