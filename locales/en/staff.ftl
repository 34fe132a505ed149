# Texts of the staff pages: keys start with `staff-`.

staff-area = For organisers
staff-nav = Sections
staff-nav-events = Events
staff-nav-figures = Figures
staff-nav-mails = Mails
staff-crumbs = You are here
staff-sign-in = Sign in
staff-sign-out = Sign out
staff-email = E-mail address
staff-password = Password
