# Plattformen: wie jede steht, Texte und Erinnerungen.

staff-nav-platforms = Plattformen
staff-platforms-what = Die Netzwerke, für die Sie arbeiten, und ob jedes so oft zusammenkommt, wie es soll.
staff-platforms-none = Es gibt keine Plattformen, die Sie sehen dürfen.
staff-platform-next = Nächste Veranstaltung
staff-platform-last = Letzte Veranstaltung
staff-platform-audience = Wer sich anmelden darf
staff-platform-visibility = Sichtbarkeit
staff-platform-cadence = Rhythmus
staff-platform-reminders = Erinnerungen
staff-platform-no-reminders = keine
staff-platform-slug = Teil der Adresse
staff-platform-from-catalogue = Wer sich anmelden darf, Sichtbarkeit und Rhythmus kommen aus dem Katalog. Wird er erneut geladen, bleiben die Texte und Erinnerungen, die Sie hier geändert haben.
staff-platform-no-upcoming = Es ist keine Veranstaltung geplant.
staff-platform-texts = Texte
staff-platform-edit = Texte und Erinnerungen ändern
staff-platform-form-what = Besucher lesen diese Texte auf den öffentlichen Seiten und in E-Mails; bei einer verborgenen Plattform nur, wer teilnimmt. Niemand wird über eine Änderung benachrichtigt.
staff-platform-name = Name
staff-platform-description = Wozu sie dient
staff-platform-members = Wer teilnimmt
staff-platform-reminders-when = Vor einer Veranstaltung
staff-platform-reminders-hint = Wie lange vor dem Beginn, eine je Zeile: 7 d (Tage), 24 h oder 90 min. Höchstens { $most }; leer für keine. Eine Erinnerung, deren Zeitpunkt gerade vorbei ist, kann für eine Veranstaltung noch versandt werden.
staff-lead-days = { $n ->
    [one] 1 Tag
   *[other] { $n } Tage
 }
staff-lead-hours = { $n ->
    [one] 1 Stunde
   *[other] { $n } Stunden
 }
staff-lead-minutes = { $n ->
    [one] 1 Minute
   *[other] { $n } Minuten
 }
staff-standing-kept = { $period }: abgehalten
staff-standing-planned = { $period }: geplant
staff-standing-at-risk = { $period }: nichts geplant
staff-done-platform-changed = Die Plattform ist geändert.
staff-fault-platform-stale = Jemand anders hat diese Plattform inzwischen geändert. Öffnen Sie sie in einem anderen Fenster erneut, vergleichen Sie und speichern Sie, was noch zu ändern ist.
staff-fault-platform-empty = Geben Sie auch in dieser Sprache einen Text ein.
staff-fault-platform-too_long = Geben Sie einen kürzeren Text ein, höchstens { $most } Zeichen.
staff-fault-platform-control_character = Geben Sie den Text erneut ein: Er enthält ein verborgenes Zeichen.
staff-fault-platform-no_letter = Geben Sie einen Text mit mindestens einem Buchstaben oder einer Ziffer ein.
staff-fault-reminder-shape = „{ $value }“ ist keine Zeit vor dem Beginn. Schreiben Sie eine Zahl mit d, h oder min, etwa 7 d.
staff-fault-reminder-range = „{ $value }“ ist zu kurz oder zu lang. Erinnerungen gehen 1 Minute bis 60 Tage vor dem Beginn hinaus.
staff-fault-reminder-too-many = Geben Sie höchstens { $most } Erinnerungen ein.
staff-deed-platform_added = Plattform gegründet
staff-deed-platform_changed = Plattform geändert
staff-subject-platform = Plattform
staff-journal-field-description = Wozu sie dient
staff-journal-field-members = Wer teilnimmt
staff-journal-field-reminder_minutes = Erinnerungen, Minuten vor dem Beginn
staff-platform-join_details = Link zur Online-Teilnahme
staff-platform-no-join_details = wird nicht verschickt
staff-platform-join_details-hint = Wie lange vor dem Beginn der Link an alle geht, die online teilnehmen, etwa 60 min oder 1 h; höchstens ein Tag. Leer: Der Link wird dann nicht eigens verschickt. Wer in den Saal kommt, erhält diese E-Mail nicht.
staff-fault-join-shape = „{ $value }“ ist keine Zeit vor dem Beginn. Schreiben Sie eine einzige Zahl mit h oder min, etwa 60 min, oder lassen Sie das Feld leer.
staff-fault-join-range = „{ $value }“ ist zu kurz oder zu lang. Der Link geht 1 Minute bis 1 Tag vor dem Beginn hinaus.
staff-journal-field-join_details_minutes = Link zur Online-Teilnahme, Minuten vor dem Beginn
staff-platform-presence_share = Anteil der Veranstaltung, der als Anwesenheit zählt
staff-platform-presence_share-is = { $n } Prozent der Veranstaltung
staff-platform-presence_share-hint = In Prozent, 1 bis 100. Er gilt für Personen, von denen nur Minuten bekannt sind, aus dem Bericht eines Besprechungsdienstes. Wer am Eingang war, zählt schon dadurch. Was vorher festgehalten wurde, behält den Anteil, der damals verlangt war.
staff-fault-presence_share = „{ $value }“ ist kein Anteil einer Veranstaltung. Schreiben Sie eine ganze Zahl von 1 bis 100, zum Beispiel 50.
staff-journal-field-presence_share = Anteil, der als Anwesenheit zählt, Prozent
