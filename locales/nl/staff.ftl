# Texts of the staff pages: keys start with `staff-`.

staff-area = Voor organisatoren
staff-nav = Onderdelen
staff-nav-events = Evenementen
staff-nav-figures = Cijfers
staff-nav-mails = E-mails
staff-crumbs = U bent hier
staff-sign-in = Aanmelden
staff-sign-out = Afmelden
staff-email = E-mailadres
staff-password = Wachtwoord
