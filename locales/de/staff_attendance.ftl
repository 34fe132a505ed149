# Seiten des Teams: Anwesenheitsberichte von Besprechungsdiensten, wen sie sahen, und entscheiden, wer es war.

staff-attendance-page = Anwesenheitsberichte
staff-attendance-import = Einen Bericht einlesen
staff-attendance-import-what = Microsoft Teams, Zoom und Webex geben einen Bericht, wer in einer Besprechung war, von wann bis wann. Sie sehen zuerst, wen er erkennt; dann entscheiden Sie.
staff-attendance-file = Bericht als Datei
staff-attendance-file-hint = Wie der Besprechungsdienst ihn gibt: eine CSV-Datei oder eine Arbeitsmappe (.xlsx).
staff-attendance-text = Oder eingefügt
staff-attendance-text-hint = Auch eine eigene Tabelle geht: ein Name oder eine E-Mail-Adresse, von wann, bis wann.
staff-attendance-zone = Zeitzone des Berichts
staff-attendance-zone-hint = Besprechungsdienste schreiben die Uhr dessen, der den Bericht gespeichert hat, und sagen nicht welche. Nennt die Datei eine Zeitzone, gilt diese.
staff-attendance-read = Wie der Bericht gelesen wurde
staff-attendance-title = Titel der Besprechung
staff-attendance-service = Dienst
staff-attendance-dates = Daten
staff-attendance-day-first = zuerst der Tag
staff-attendance-month-first = zuerst der Monat
staff-attendance-asked = Für Anwesenheit verlangt
staff-attendance-absent = Zeilen von Personen, die nicht kamen
staff-attendance-repeated = Zeiten, die zweimal dastanden
staff-attendance-in-file = Personen im Bericht
staff-attendance-outside = { $n } von { $of } Zeiten liegen außerhalb der Veranstaltung. Ist dies der Bericht dieser Besprechung, und stimmt die Zeitzone?
staff-attendance-no-zone = Der Bericht nennt keine Zeitzone. Seine Zeiten sind als { $zone } gelesen.
staff-attendance-habit = Nichts im Bericht sagt, ob seine Daten mit dem Tag oder mit dem Monat beginnen. Sehen Sie sich die Minuten unten an.
staff-attendance-doubts = Zweifelhafte Zeilen
staff-attendance-doubts-what = Sehen Sie sich diese Zeilen der Datei an. Am Rest ändern sie nichts.
staff-attendance-take = Wie gezeigt einlesen
staff-attendance-again = Anderer Bericht oder andere Zeitzone
staff-attendance-differs = Inzwischen hat sich etwas geändert. Es wurde nichts eingelesen. Unten steht, was der Bericht jetzt bewirken würde: Sehen Sie noch einmal nach.
staff-attendance-before = Genau dieser Bericht wurde schon eingelesen. Soll er neu gelesen werden, nehmen Sie ihn zuerst zurück.
staff-attendance-none = Für diese Veranstaltung wurde kein Bericht eingelesen.
staff-attendance-none-open = Niemand wartet auf Ihre Entscheidung.
staff-attendance-none-taken = Niemand wurde erkannt.
staff-attendance-none-dismissed = Niemand wurde weggelassen.
staff-attendance-reports = Eingelesene Berichte
staff-attendance-people = Personen
staff-attendance-by-clock = { $service }, nach der Uhr von { $zone }
staff-attendance-undo = Zurücknehmen
staff-attendance-undo-heading = Den Bericht zurücknehmen
staff-attendance-undo-what = { $service }, eingelesen: { $at }. Alles, was er nachweist, wird zurückgenommen, von { $n ->
    [one] einer Person
   *[other] { $n } Personen
 }. Wen er sah, wird vergessen; die Datei kann neu eingelesen werden.
staff-attendance-unknown-what = Gastgeber, Vortragende und Kollegen sind meist nicht angemeldet. Wer niemandem gleicht, der angemeldet ist, kann auf einmal weggelassen werden.
staff-attendance-dismiss = { $n ->
    [one] Die eine Person weglassen, die nicht angemeldet ist
   *[other] Alle { $n } weglassen, die nicht angemeldet sind
 }
staff-service-teams = Microsoft Teams
staff-service-zoom = Zoom
staff-service-webex = Webex
staff-service-plain = Einfache Tabelle
staff-sighting-open = Zu entscheiden
staff-sighting-taken = Erkannt
staff-sighting-dismissed = Weggelassen
staff-seen-in-file = Im Bericht
staff-seen-whose = Anmeldung
staff-seen-how = Warum
staff-seen-minutes = Während der Veranstaltung
staff-seen-n-minutes = { $n } Min.
staff-seen-no-time = keine Zeit bekannt
staff-seen-recognised = Erkannt
staff-seen-recognised-what = Diese erhalten die Minuten des Berichts. Wer zu wenige hat, zählt durch den Bericht allein nicht als anwesend.
staff-seen-unsure = Zu entscheiden
staff-seen-unsure-what = Diese warten auf der Seite der Veranstaltung, bis jemand sagt, wer es ist.
staff-seen-unknown = Nicht angemeldet
staff-seen-unknown-what = Niemand mit diesem Namen oder dieser Adresse ist angemeldet. Auch diese warten; wer Sie nichts angeht, kann auf einmal weggelassen werden.
staff-seen-by-address = An der E-Mail-Adresse
staff-seen-by-name = Am Namen
staff-seen-by-staff = Vom Team entschieden
staff-seen-certain = An Adresse oder Name
staff-seen-maybe = Vielleicht { $name }{ $more ->
    [0] {""}
   *[other] {" "}oder { $more } weitere
 }
staff-seen-decide = Entscheiden
staff-seen-decide-who = Wer war es?
staff-seen-lead = Im Bericht, Zeile { $line }: { $who }; { $minutes }.
staff-seen-who = Wer es war
staff-seen-who-what = Die Zeiten des Berichts zählen dann für diese Anmeldung.
staff-seen-nobody = Niemand, der angemeldet ist
staff-seen-other = Jemand anderes
staff-seen-other-hint = Name, E-Mail-Adresse oder Nummer einer Anmeldung zu dieser Veranstaltung.
staff-seen-save = Speichern
staff-seen-is = Zählt für { $name }.
staff-seen-is-nobody = Wurde weggelassen, als niemand, der angemeldet ist.
staff-seen-put-back = Neu entscheiden
staff-seen-put-back-what = Die Zeiten des Berichts zählen nicht mehr für diese Anmeldung; wer es war, ist neu zu entscheiden.
staff-unsure-same-name = Mehrere Anmeldungen haben diesen Namen
staff-unsure-claimed = Die Anmeldung dieses Namens wurde anders erkannt, oder zweimal
staff-unsure-near = Beinahe derselbe Name
staff-unsure-address-of-another = Die Adresse gehört zu einer Anmeldung, der Name zu einer anderen
staff-unsure-same-address = Mehrere Anmeldungen haben diese Adresse
staff-unsure-unknown = Unter diesem Namen oder dieser Adresse nicht angemeldet
staff-unsure-no-time = Erkannt, ohne jede Zeit
staff-unsure-put-back = Vom Team zurückgestellt
staff-doubtful-nobody = Weder Name noch Adresse; weggelassen.
staff-doubtful-formula = „{ $found }“ ist eine Formel; sie zählt als leer.
staff-doubtful-time = Hier ist keine Zeit zu lesen: „{ $found }“. Die Zeile gibt keine Minuten.
staff-doubtful-no-such-time = Eine solche Zeit gibt es nicht. Die Zeile gibt keine Minuten.
staff-doubtful-no-join = Es steht nicht da, wann sie kamen. Die Zeile gibt keine Minuten.
staff-doubtful-open-end = Es steht nicht da, wann sie gingen. Genommen bis zum Ende der Besprechung.
staff-doubtful-leave-before-join = Gegangen, bevor sie kamen („{ $found }“). Die Zeile gibt keine Minuten.
staff-doubtful-leave-without-join = „{ $found }“ ging, ohne gekommen zu sein. Die Zeile gibt keine Minuten.
staff-doubtful-action = „{ $found }“ ist weder Kommen noch Gehen; weggelassen.
staff-doubtful-no-such-hour = Die Sommerzeit lässt diese Stunde aus. Gelesen, als wäre die Uhr nicht vorgestellt worden.
staff-doubtful-gaps = Nur das erste Kommen und das letzte Gehen sind bekannt; dazwischen { $found } Sekunden in der Besprechung. Mehr zählt nicht.
staff-doubtful-address = „{ $found }“ ist keine E-Mail-Adresse; sie wird nicht verwendet.
staff-report-empty = Hier steht nichts. Wählen Sie eine Datei, oder fügen Sie den Bericht ein.
staff-report-not-text = Das ist kein lesbarer Text. Speichern Sie den Bericht als CSV in UTF-8.
staff-report-workbook = Diese Arbeitsmappe ist nicht zu lesen. Speichern Sie sie als .xlsx ohne Kennwort, oder als CSV.
staff-report-too-large = Der Bericht ist zu groß. Teilen Sie ihn, oder nutzen Sie die Befehlszeile.
staff-report-too-many-rows = Der Bericht hat mehr als { $most } Zeilen. Teilen Sie ihn.
staff-report-too-many-cells = Das ist keine Tabelle von Personen: Sie hat mehr als { $most } Zellen.
staff-report-open-quote = In Zeile { $line } beginnt ein Anführungszeichen, das nirgends endet.
staff-report-missing-columns = Keine Zeile nennt die Spalten, die nötig sind. Zeile { $line } kommt dem am nächsten ({ $found }). Es fehlt: { $wanted }.
staff-report-no-rows = Zeile { $line } nennt die Spalten, und darunter steht niemand.
staff-report-mixed-dates = Zeile { $one } schreibt Daten mit dem Tag zuerst, Zeile { $other } mit dem Monat zuerst. Schreiben Sie alle wie 2026-12-31.
staff-report-column-name = Name
staff-report-column-email = E-Mail-Adresse
staff-report-column-join = von wann
staff-report-column-leave = bis wann
staff-fault-zone = „{ $value }“ ist keine Zeitzone. Schreiben Sie sie wie Europe/Brussels, oder UTC.
staff-fault-who = Wählen Sie, wer es war, oder suchen Sie jemanden.
staff-fault-nobody-found = Niemand bei dieser Veranstaltung wird mit „{ $value }“ gefunden. Versuchen Sie einen Teil eines Namens, oder die E-Mail-Adresse.
staff-fault-several-found = Mit „{ $value }“ werden mehrere gefunden. Wählen Sie oben.
staff-done-attendance-taken = { $n ->
    [one] Der Bericht ist eingelesen: eine Person erkannt.
   *[other] Der Bericht ist eingelesen: { $n } Personen erkannt.
 }
staff-done-attendance-undone = { $n ->
    [one] Der Bericht ist zurückgenommen, mit den Nachweisen einer Person.
   *[other] Der Bericht ist zurückgenommen, mit den Nachweisen von { $n } Personen.
 }
staff-done-unknown-dismissed = { $n ->
    [one] Eine Person ist weggelassen.
   *[other] { $n } Personen sind weggelassen.
 }
staff-done-sighting-assigned = Die Zeiten des Berichts zählen für diese Anmeldung.
staff-done-sighting-dismissed = Es ist vermerkt, dass dies niemand ist, der angemeldet ist.
staff-done-sighting-put-back = Dies ist neu zu entscheiden.
staff-to-do-sightings = { $n ->
    [one] { $event }: Über eine Person in einem Anwesenheitsbericht ist zu entscheiden
   *[other] { $event }: Über { $n } Personen in Anwesenheitsberichten ist zu entscheiden
 }
staff-deed-attendance_imported = Anwesenheitsbericht eingelesen
staff-deed-attendance_import_undone = Anwesenheitsbericht zurückgenommen
staff-deed-sighting_assigned = Person in einem Bericht erkannt
staff-deed-sighting_dismissed = Personen in einem Bericht weggelassen
staff-deed-sighting_put_back = Person in einem Bericht neu zu entscheiden
staff-journal-field-provider = Dienst
staff-journal-field-people = Personen
staff-journal-field-recognised = Erkannt
staff-journal-field-open = Zu entscheiden
staff-journal-field-line = Zeile
