# Invitations to an event: choosing, sending, answers.

staff-invitations = Einladungen
staff-invitations-search = Nach Name, Organisation oder E-Mail-Adresse suchen
staff-no-invitations = Hier steht niemand.
staff-invitation-withdraw = Zurücknehmen
staff-sendings = Versand
staff-sending-progress = { $sent } von { $all } gesendet
staff-sending-stopped = Gestoppt.
staff-sending-planned = { $n ->
    [one] Geplant für eine Person
   *[other] Geplant für { $n } Personen
}
staff-sending-failed = { $n ->
    [one] Eine nicht zugestellt
   *[other] { $n } nicht zugestellt
}
staff-sending-stop = Stoppen
staff-invite = Personen einladen
staff-invite-what = Alle bekommen einen persönlichen Link. Er gilt für eine Adresse, das Formular ist ausgefüllt, und eine Schaltfläche gibt einen Platz oder einen Platz auf der Warteliste. Bevor etwas gesendet wird, sehen Sie, wer gemeint ist und wie die E-Mail lautet.
staff-invite-list = Eine Liste
staff-invite-people = Personen
staff-invite-list-hint = Eine Person je Zeile: Name; E-Mail-Adresse; Organisation; Sektor; Sprache. Adressen allein genügen. Sie können auch eine Tabelle oder eine CSV-Datei einfügen, deren erste Zeile die Spalten nennt.
staff-invite-members = Mitglieder der Plattform
staff-invite-members-hint = Wer heute ein laufendes Mandat auf der Mitgliederliste hat.
staff-invite-members-all = Alle Funktionen
staff-fault-no-members = Niemand hat heute ein laufendes Mandat in dieser Funktion.
staff-invite-guests = Gäste früherer Veranstaltungen
staff-invite-guests-hint = Zusammen mit der Liste oder an ihrer Stelle. Nur Personen, deren Daten noch aufbewahrt werden.
staff-invite-from-none = Keine
staff-invite-from-all = Alle früheren Veranstaltungen dieser Plattform
staff-invite-who = Wer
staff-invite-who-registered = Alle, die sich angemeldet haben
staff-invite-who-present = Wer anwesend war
staff-invite-any = Alle
staff-invite-organisation = Organisation (Teil des Namens)
staff-invite-sending = Versand
staff-invite-language = Sprache der E-Mail
staff-invite-language-hint = Für Personen in der Liste, die keine eigene Sprache haben.
staff-invite-send-at = Senden am
staff-invite-send-at-hint = Leer lassen, um sofort zu senden. Die Anmeldung endet am { $closes }.
staff-invite-check = Prüfen
staff-invite-checked = Einladungen prüfen
staff-invite-count = { $n ->
    [0] Niemand wird eingeladen.
    [one] Eine Person wird eingeladen.
   *[other] { $n } Personen werden eingeladen.
}
staff-invite-now = Die E-Mails gehen sofort hinaus.
staff-invite-at = Die E-Mails gehen am { $at } hinaus.
staff-invite-left-out = Nicht eingeladen: { $n }
staff-invite-line = Zeile { $line }
staff-invite-more = { $n ->
    [one] und eine weitere
   *[other] und { $n } weitere
}
staff-invite-who-gets = Wer sie bekommt
staff-invite-mail = Die E-Mail
staff-invite-do = { $n ->
    [one] Eine Person einladen
   *[other] { $n } Personen einladen
}
staff-invite-change = Ändern
staff-invite-line-sector = Das ist kein Sektor. Schreiben Sie privat, akademisch oder öffentlich.
staff-invite-line-language = In dieser Sprache schreiben wir nicht. Schreiben Sie nl, fr, de oder en.
staff-invite-line-row = Das steht rechts von der letzten Spalte. Gibt es ein Trennzeichen zu viel?
staff-invite-table-empty = In der Liste steht nichts.
staff-invite-table-no-rows = Unter den Namen der Spalten steht nichts.
staff-invite-table-workbook = Diese Arbeitsmappe können wir nicht lesen. Speichern Sie die Tabelle als .xlsx ohne Passwort oder als CSV.
staff-invite-table-not-text = Das ist kein Text. Speichern Sie die Tabelle als CSV in UTF-8.
staff-invite-table-too-large = Die Liste ist zu groß. Teilen Sie sie auf.
staff-invite-table-too-many-rows = Die Liste hat zu viele Zeilen. Teilen Sie sie auf.
staff-invite-table-unknown-columns = Unbekannte Spalten: { $names }. Bekannt sind Name, E-Mail-Adresse, Organisation, Sektor und Sprache.
staff-invite-table-missing-columns = Fehlende Spalten: { $names }. Die erste Zeile nennt die Spalten.
staff-invite-table-twice-column = Zwei Spalten bedeuten { $names }. Lassen Sie eine weg.
staff-invite-table-open-quote = Zeile { $names }: Ein Anführungszeichen wird geöffnet und nie geschlossen.
staff-fault-list = Füllen Sie eine Liste aus oder wählen Sie frühere Veranstaltungen.
staff-fault-list-long = Die Liste enthält mehr als { $n } Personen. Teilen Sie sie auf.
staff-fault-no-guests = Bei diesen Veranstaltungen wurde niemand gefunden.
staff-fault-send-at = Wählen Sie einen kommenden Zeitpunkt, bevor die Anmeldung endet.
staff-remind-invited = Erinnern, wer nicht geantwortet hat
staff-remind-count = { $n ->
    [0] Niemand ist zu erinnern. Wer in den letzten 24 Stunden erinnert wurde oder sich auf anderem Weg angemeldet hat, wird in Ruhe gelassen.
    [one] Eine Person wurde erreicht und hat nicht geantwortet.
   *[other] { $n } Personen wurden erreicht und haben nicht geantwortet.
}
staff-remind-do = { $n ->
    [one] Eine Person erinnern
   *[other] { $n } Personen erinnern
}
staff-done-invited = { $n ->
    [one] Eine Person ist eingeladen.
   *[other] { $n } Personen sind eingeladen.
}
staff-done-invitations-planned = { $n ->
    [one] Eine Person wird zum gewählten Zeitpunkt eingeladen.
   *[other] { $n } Personen werden zum gewählten Zeitpunkt eingeladen.
}
staff-done-nobody-invited = Niemand wurde eingeladen: Alle in der Liste waren bereits eingeladen oder angemeldet.
staff-done-invited-reminded = { $n ->
    [0] Niemand war zu erinnern.
    [one] Eine Person wird erinnert.
   *[other] { $n } Personen werden erinnert.
}
staff-done-sending-stopped = { $n ->
    [0] Gestoppt. Alles war schon gesendet.
    [one] Gestoppt. Eine E-Mail wird nicht gesendet.
   *[other] Gestoppt. { $n } E-Mails werden nicht gesendet.
}
staff-done-invitation-withdrawn = Die Einladung ist zurückgenommen. Ihr Link funktioniert nicht mehr.
staff-fault-event-invitation-accepted = Diese Einladung wurde angenommen. Nehmen Sie zuerst die Anmeldung zurück.
staff-cause-accepted-invitation = Einladung angenommen
staff-deed-invitations_sent = Personen eingeladen
staff-deed-invitations_reminded = Eingeladene erinnert
staff-deed-invitations_stopped = Versand gestoppt
staff-deed-invitation_withdrawn = Einladung zurückgenommen
staff-deed-invitation_erased = Einladung gelöscht
staff-journal-field-batch = Versand
staff-journal-field-send_at = Senden am
staff-journal-field-unsent = Nicht gesendet
staff-journal-field-invitations = Einladungen
