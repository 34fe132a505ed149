DROP TABLE objection;
