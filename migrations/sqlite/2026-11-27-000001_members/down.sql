DROP TABLE member_import_row;
DROP TABLE member_import;
DROP TABLE member;
