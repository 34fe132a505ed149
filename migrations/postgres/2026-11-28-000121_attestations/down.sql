DROP TABLE attestation_order;
DROP TABLE attestation;
