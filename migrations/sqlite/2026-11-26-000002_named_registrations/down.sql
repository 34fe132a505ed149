DROP INDEX registration_named;
