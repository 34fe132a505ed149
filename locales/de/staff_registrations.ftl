# Staff pages about the people of an event: list, one registration, decisions, the door.

# People.
staff-export = Liste als CSV-Datei
staff-enter = Person eintragen
staff-enter-what = Die Adresse gilt als bestätigt. Die Person erhält sofort einen Platz oder einen Wartelistenplatz und eine E-Mail dazu.
staff-enter-do = Diese Person anmelden
staff-person = Person
staff-place = Nummer { $n } auf der Warteliste.
staff-reason-organisation-full = Die Organisation hat bereits { $limit ->
    [one] den einen möglichen Platz.
   *[other] die { $limit } möglichen Plätze.
}
staff-reason-seat-freed = Ein Platz wurde frei, und diese Person war an der Reihe.
staff-reason-own-wish = Die Person hat darum gebeten.
staff-reason-erased = Die Person hat ihre Daten gelöscht.
staff-registered-at = Angemeldet am
staff-history = Verlauf
staff-actor-person = Die Person
staff-actor-system = Automatisch
staff-actor-user = Personal
staff-actor-token = Ein Programm
staff-cause-registered = Formular ausgefüllt
staff-cause-repeated = Formular erneut ausgefüllt, nichts geändert
staff-cause-repeated_soon = Formular erneut ausgefüllt, nichts geändert
staff-cause-proved = Adresse bestätigt
staff-cause-entered-by-staff = Von Hand eingetragen
staff-cause-promoted = Von der Warteliste nachgerückt
staff-cause-withdrew = Zurückgetreten
staff-cause-withdrawn-by-staff = Vom Personal abgemeldet
staff-cause-mandate-ended = Mandat beendet
staff-cause-switched-mode = Art der Teilnahme geändert
staff-cause-corrected = Angaben berichtigt
staff-cause-event-changed = Über neue Zeit oder neuen Ort benachrichtigt
staff-cause-event-called-off = Veranstaltung abgesagt
staff-cause-proof-lapsed = Adresse nicht rechtzeitig bestätigt
staff-cause-erased = Daten gelöscht
staff-cause-reminded = Erinnerung verschickt
staff-withdraw = Diese Anmeldung zurückziehen
staff-withdraw-asked = Auf Wunsch der Person zurückziehen
staff-withdraw-what = { $name } verliert den Platz oder den Wartelistenplatz und erhält eine E-Mail. Ein Platz, der frei wird, geht an die nächste wartende Person.
staff-withdraw-reason-hint = Eine Zeile, höchstens 200 Zeichen. Die Person liest das in der E-Mail und auf ihrer Seite, so, wie Sie es schreiben: Schreiben Sie es in der Sprache der Person.
staff-withdraw-do = Zurückziehen

# The door.
staff-who = Wer ist da?
staff-check-in-how = Tippen Sie die ersten Buchstaben eines Namens. Bleibt eine Person übrig, vermerkt die Eingabetaste ihre Anwesenheit.
staff-mark = Anwesend
staff-is-here = ist als anwesend vermerkt.
staff-undo = Rückgängig
staff-standing = { $present } anwesend, { $expected } erwartet
staff-early = Diese Veranstaltung findet am { $day } statt. Vermerken Sie jetzt nur Anwesenheiten, um diese Seite auszuprobieren, und machen Sie das danach rückgängig: Wer vermerkt ist, zählt als anwesend.
staff-door-list = Alle Namen, zum Ausdrucken
staff-door-list-back = Zurück zum Vermerken der Anwesenheit
staff-more-people = Die ersten { $n } Namen werden angezeigt. Um jemand anderen zu finden, tippen Sie einen Teil des Namens und drücken Sie die Eingabetaste.
staff-found = { $n ->
    [one] 1 Person
   *[other] { $n } Personen
}
staff-found-none = Niemand auf dieser Seite; drücken Sie die Eingabetaste, um überall zu suchen.
staff-found-here = { $n ->
    [one] 1 Person auf dieser Seite; drücken Sie die Eingabetaste, um überall zu suchen.
   *[other] { $n } Personen auf dieser Seite; drücken Sie die Eingabetaste, um überall zu suchen.
}
staff-done-withdrawn = Die Anmeldung ist zurückgezogen.
staff-done-existed = Diese Person war bereits angemeldet. Es hat sich nichts geändert.
staff-done-entered-confirmed = Die Person ist angemeldet und hat einen Platz.
staff-done-entered-waitlisted = Die Person ist angemeldet und steht auf der Warteliste.
staff-done-undone = Der Vermerk ist zurückgenommen.

# What is wrong with what staff typed about somebody else
staff-error-name-empty = Geben Sie den vollständigen Namen ein.
staff-error-name-control_character = Tippen Sie den Namen noch einmal: Er enthält ein verborgenes Zeichen oder einen Zeilenumbruch.
staff-error-email-empty = Geben Sie die berufliche E-Mail-Adresse ein.
staff-error-organisation-empty = Geben Sie den Namen der Organisation ein.
staff-error-organisation-too_long = Geben Sie einen kürzeren Namen der Organisation ein, höchstens 160 Zeichen.
staff-error-organisation-control_character = Tippen Sie den Namen der Organisation noch einmal: Er enthält ein verborgenes Zeichen oder einen Zeilenumbruch.
staff-error-organisation-no_letter = Geben Sie einen Namen der Organisation mit mindestens einem Buchstaben oder einer Ziffer ein.
staff-error-sector-missing = Wählen Sie einen Sektor.

# Where organisers decide
staff-cause-approved = Anfrage angenommen
staff-cause-rejected = Nicht angenommen
staff-approve = Annehmen
staff-reject = Diese Anfrage nicht annehmen
staff-reject-what = { $name } bekommt keinen Platz oder verliert ihn und erhält eine E-Mail mit Ihrem Grund. Ein Platz, der frei wird, geht an die nächste Person.
staff-reject-do = Nicht annehmen
staff-done-approved = Angenommen. Die Person erhält eine E-Mail.
staff-done-rejected = Nicht angenommen. Die Person erhält eine E-Mail mit Ihrem Grund.
staff-cause-told-again = Noch einmal benachrichtigt
