# Teilnahmebescheinigungen: auf Papier, auf der Prüfseite, in der E-Mail, für Mitarbeitende.
attestation-title = Teilnahmebescheinigung
attestation-says = { $provider } bestätigt, dass
attestation-took-part = teilgenommen hat an
attestation-when = Wann
attestation-attended = Art der Teilnahme
attestation-duration = Dauer der Teilnahme
attestation-hours = { $n ->
    [one] { $n } Stunde
   *[other] { $n } Stunden
}
attestation-minutes = { $n ->
    [one] { $n } Minute
   *[other] { $n } Minuten
}
attestation-provider = Veranstalter
attestation-number = Nummer
attestation-issued = Ausgestellt am
attestation-check = Diese Bescheinigung prüfen
attestation-check-what = Diese Seite sagt, ob die Bescheinigung noch gilt, und wiederholt, was darin steht:
attestation-square = Code zum Scannen: führt zu der Seite, die diese Bescheinigung prüft
attestation-data = Elektronische Signatur
attestation-data-what = Diese Zeichen sind das, was oben steht, mit unserer Ed25519-Signatur, als JSON Web Signature (RFC 7515). Mit dem öffentlichen Schlüssel unter { $key } kann jedes geeignete Programm sie ohne uns prüfen; lassen Sie die Zeilenumbrüche weg.

check-title = Prüfung einer Bescheinigung
check-valid-title = Diese Bescheinigung ist gültig
check-valid = Vergleichen Sie mit dem Papier: Name, Titel, Datum und Dauer müssen dieselben sein.
check-revoked-title = Diese Bescheinigung wurde widerrufen
check-revoked = Sie wurde am { $at } widerrufen und beweist nichts mehr.
check-unknown-title = Wir kennen diese Bescheinigung nicht
check-unknown = Prüfen Sie die Adresse: Sie muss genau die auf dem Papier sein. Ist sie es, wurde die Bescheinigung nicht von uns ausgestellt.
check-name = Name
check-event = Veranstaltung
check-gone = Nicht mehr gespeichert: Namen werden einige Zeit nach der Veranstaltung gelöscht. Die Signatur auf dem Papier zeigt weiterhin, wessen Bescheinigung es ist.
check-key = Öffentlicher Schlüssel zum Prüfen von Signaturen

personal-attestation = Teilnahme­bescheinigung
personal-attestation-what = Sie sind als anwesend erfasst. Sie können darüber eine elektronisch signierte Bescheinigung erhalten, mit einer Seite, auf der alle, denen Sie sie geben, sie prüfen können.
personal-attestation-make = Meine Bescheinigung erstellen
personal-attestation-get = Bescheinigung herunterladen (PDF)
personal-attestation-there = Ihre Bescheinigung mit der Nummer { $number } liegt bereit.
personal-attestation-revoked = Eine frühere Bescheinigung wurde widerrufen, weil Ihre Anwesenheit berichtigt wurde.
personal-done-attested = Ihre Bescheinigung liegt bereit.

mail-attestation-subject = Ihre Teilnahmebescheinigung: { $title }
mail-attestation-heading = Ihre Teilnahmebescheinigung
mail-attestation-intro = Vielen Dank für Ihre Teilnahme. Ihre Bescheinigung liegt als PDF bei.
mail-attestation-check = Sie ist elektronisch signiert und nennt eine Seite, auf der alle, denen Sie sie geben, prüfen können, ob sie gültig ist.
mail-attestation-page = Sie können sie auch auf Ihrer Seite herunterladen:
mail-attestation-file = bescheinigung
mail-kind-attestation = Teilnahmebescheinigung
cause-attested = Ihre Teilnahmebescheinigung wurde ausgestellt.
staff-preview-when-attestation = Jemand war anwesend, und die Organisatoren lassen nach der Veranstaltung die Bescheinigungen ausstellen.

staff-attestations = Bescheinigungen
staff-attestations-what = Alle, die anwesend waren, erhalten per E-Mail eine signierte Bescheinigung als PDF. Wer schon eine hat, erhält keine weitere. Wird die Anwesenheit später berichtigt, wird die Bescheinigung sofort widerrufen; wer doch anwesend war, erhält von selbst eine.
staff-attestations-present = Anwesend
staff-attestations-issued = Gültige Bescheinigungen
staff-attestations-sent = Per E-Mail gesendet
staff-attestations-open = Noch auszustellen
staff-attestations-revoked = Widerrufen
staff-attestations-do = Bescheinigungen ausstellen
staff-attestations-working = Die Bescheinigungen werden ausgestellt. Laden Sie diese Seite neu, um zu sehen, wie weit es ist.
staff-attestations-reload = Neu laden
staff-attestations-done = Alle Bescheinigungen sind ausgestellt.
staff-attestations-asked = Angefordert am { $at }.
staff-attestations-nobody = Niemand ist als anwesend erfasst; es gibt nichts auszustellen.
staff-attestations-early = Bescheinigungen können ausgestellt werden, sobald die Veranstaltung vorbei ist.
staff-deed-attestations_issued = Bescheinigungen angefordert
