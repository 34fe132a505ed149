# Texts of the mails: one group of keys per kind, `mail-<kind>-…`.
