# Texts of the staff pages: keys start with `staff-`.

staff-area = Für Veranstalter
staff-nav = Bereiche
staff-nav-events = Veranstaltungen
staff-nav-figures = Zahlen
staff-nav-mails = E-Mails
staff-crumbs = Sie sind hier
staff-sign-in = Anmelden
staff-sign-out = Abmelden
staff-email = E-Mail-Adresse
staff-password = Passwort
