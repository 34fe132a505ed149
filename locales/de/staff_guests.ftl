# Gäste von Plattformen für Mitglieder: Vorschlag, Einwand, Zulassung.

staff-guests = Gäste
staff-guests-what = Die Organisation schlägt Gäste für diese Veranstaltung vor, Mitglieder auch, wo die Plattform es erlaubt. Während { $n ->
    [one] eines Arbeitstags
   *[other] { $n } Arbeitstagen
} kann jede Person der Organisation dieser Plattform Einwand erheben; belgische Feiertage zählen nicht. Wer ohne Einwand bleibt, wird danach eingeladen, nur zu dieser Veranstaltung. Vorher erfährt niemand davon.
staff-guests-none = Für diese Veranstaltung ist kein Gast vorgeschlagen.
staff-guest-propose = Einen Gast vorschlagen
staff-guest-propose-what = Erhebt bis { $last } niemand Einwand, erhält der Gast am Tag danach eine persönliche Einladung per E-Mail.
staff-guest-propose-do = Vorschlagen
staff-guest-reason = Warum dieser Gast
staff-guest-reason-hint = Für die anderen in der Organisation. Der Gast liest es nur, wenn er Auskunft über seine eigenen Daten verlangt.
staff-guest-why = Grund
staff-guest-until = Einwände bis
staff-guest-state-open = Vorgeschlagen
staff-guest-state-admitted = Zugelassen
staff-guest-state-refused = Abgelehnt
staff-guest-state-lapsed = Verfallen
staff-guest-object = Einwand erheben
staff-guest-object-what = { $name }, { $organisation }. Der Gast wird nicht eingeladen und erfährt nichts vom Vorschlag.
staff-guest-object-do = Einwand gegen diesen Gast erheben
staff-guest-objection = Grund des Einwands
staff-guest-objection-hint = Er steht in der Liste der Gäste, für die anderen in der Organisation. Der Gast liest es nur, wenn er Auskunft über seine eigenen Daten verlangt.
staff-guest-objection-why = Warum
staff-guest-admit = Jetzt zulassen
staff-guest-admit-what = { $name }, { $organisation }. Der Gast erhält die Einladung sofort; Einwände sind dann nicht mehr möglich.
staff-guest-admit-do = Zulassen und einladen
staff-done-guest-proposed = Der Gast ist vorgeschlagen.
staff-done-guest-refused = Der Gast ist abgelehnt.
staff-done-guest-admitted = Der Gast ist zugelassen und eingeladen.
staff-done-objection-days-set = Die Frist für Einwände ist gesetzt. Was vorher vorgeschlagen wurde, behält seine Frist.
staff-fault-guest-proposed = Die Organisation hat diese Adresse schon vorgeschlagen, und noch ist nichts entschieden. Sehen Sie in die Liste der Gäste.
staff-fault-guest-has-place = Diese Adresse gehört einem Mitglied, oder sie ist schon eingeladen oder angemeldet. Es muss nichts vorgeschlagen werden.
staff-fault-guest-elsewhere = Inzwischen gehört diese Adresse einem Mitglied, oder sie wurde auf anderem Weg zur Veranstaltung eingeladen oder angemeldet, und der Vorschlag entscheidet nichts mehr. Sehen Sie bei den Mitgliedern der Plattform und bei den Einladungen und Anmeldungen der Veranstaltung nach.
staff-fault-guest-late = Einwände wären bis { $last } möglich, und die Anmeldung endet am { $closes }. Kürzen Sie die Frist für Einwände, oder wählen Sie eine spätere Veranstaltung.
staff-fault-guest-decided = Das wurde inzwischen entschieden, oder die Frist für Einwände ist vorbei. Sehen Sie in die Liste der Gäste.
staff-fault-objection-days = Geben Sie eine Zahl von Arbeitstagen von 1 bis 30 ein.
staff-objections = Frist für Einwände
staff-objection-days = Arbeitstage für Einwände gegen einen Gast
staff-objection-days-hint = Montag bis Freitag, ohne die zehn belgischen Feiertage. Der Tag des Vorschlags zählt nicht.
staff-to-do-guests = { $n ->
    [one] Ein Gast ist vorgeschlagen: { $event }
   *[other] { $n } Gäste sind vorgeschlagen: { $event }
}
staff-deed-guest_proposed = Gast vorgeschlagen
staff-deed-guest_admitted = Gast zugelassen
staff-deed-guest_refused = Einwand gegen einen Gast
staff-deed-guest_lapsed = Vorschlag eines Gastes verfallen
staff-deed-guest_erased = Vorgeschlagener Gast gelöscht
staff-deed-objection_days_set = Frist für Einwände geändert
staff-subject-guest = Gast
staff-journal-field-until = Bis
staff-journal-field-working_days = Arbeitstage
staff-guest-by = Vorgeschlagen von
staff-guest-by-staff = Organisation
staff-guest-by-erased = Ein Mitglied (Daten gelöscht)
staff-guest-state-elsewhere = Schon Mitglied, eingeladen oder angemeldet
staff-guest-state-taken_back = Zurückgezogen
staff-guest-late = Die Anmeldung endet vorher: Entscheiden Sie vor { $closes }
staff-guest-bar-objected = Gegen diese Person gab es schon einen Einwand: Ohne Entscheidung verfällt der Vorschlag
staff-guest-bar-no_mandate = Das Mitglied, von dem der Vorschlag kommt, hat kein Mandat mehr: Ohne Entscheidung verfällt der Vorschlag
staff-deed-guest_taken_back = Vorschlag eines Gastes zurückgezogen
staff-platform-guests = Gäste
staff-platform-members_propose = Mitglieder dürfen Gäste vorschlagen
staff-platform-members_propose-hint = Nur auf Plattformen für Mitglieder: Wer ein Mandat und einen Platz bei einer Veranstaltung hat, schlägt auf der eigenen Seite Gäste vor, höchstens { $most } zugleich.
