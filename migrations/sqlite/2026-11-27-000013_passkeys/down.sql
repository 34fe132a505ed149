DROP TABLE passkey_spent;
DROP TABLE passkey;
