# Texts of the staff pages: keys start with `staff-`.

staff-area = Pour les organisateurs
staff-nav = Rubriques
staff-nav-events = Événements
staff-nav-figures = Chiffres
staff-nav-mails = E-mails
staff-crumbs = Vous êtes ici
staff-sign-in = Se connecter
staff-sign-out = Se déconnecter
staff-email = Adresse e-mail
staff-password = Mot de passe
