# Texte der E-Mails: eine Gruppe je Art, `mail-<Art>-…`. Betreff und Überschrift sagen sofort, wie es steht.

# Was in mehr als einer E-Mail steht.
mail-common-greeting = Guten Tag { $name },
mail-common-greeting_nobody = Guten Tag,
mail-common-when = Wann:
mail-common-where = Wo:
mail-common-how = Wie:
mail-common-was = Bisher:
mail-common-now = Neu:
mail-common-nothing = keine Angabe
mail-common-on_page = siehe Ihre Anmeldung
mail-common-join = So nehmen Sie online teil:
mail-common-join_label = Online teilnehmen
mail-common-join_on_page = Den Link zur Online-Teilnahme finden Sie bei Ihrer Anmeldung.
mail-common-agenda = Programm
mail-common-page = Zu Ihrer Anmeldung
mail-common-event_page = Zur Seite der Veranstaltung
mail-common-manage = Möchten Sie etwas ändern oder sich abmelden? Nutzen Sie den Link in unserer E-Mail.
mail-common-neutral_title = Vertrauliche Sitzung
mail-common-neutral_description = Diese Sitzung ist vertraulich. Den Inhalt finden Sie bei Ihrer Anmeldung; der Link steht in unserer E-Mail.
mail-common-calendar_request = Dieser E-Mail liegt eine Einladung für Ihren Kalender bei. Sehen Sie die Veranstaltung nicht in Ihrem Kalender? Öffnen Sie dann die Datei invite.ics.
mail-common-calendar_answers = Eine Absage im Kalender ist keine Abmeldung.
mail-common-calendar_cancel = Diese E-Mail entfernt die Veranstaltung aus Ihrem Kalender. Steht sie dort noch? Löschen Sie sie dann selbst.
mail-common-cannot_come = Können Sie nicht teilnehmen? Dann melden Sie sich bitte ab. So wird Ihr Platz für jemand anderen frei.
mail-common-pass = Zeigen Sie am Eingang den Code auf Ihrer persönlichen Seite oder nennen Sie diese zwölf Zeichen:
mail-common-secret = Der Link zu Ihrer Anmeldung ist persönlich: Wer ihn hat, kann Ihre Anmeldung ändern. Leiten Sie diese E-Mail deshalb nicht weiter.
mail-common-why = Das { site-owner } schickt Ihnen diese E-Mail, weil diese Adresse für diese Veranstaltung angegeben wurde.
mail-common-questions = Haben Sie eine Frage? Antworten Sie auf diese E-Mail.
mail-common-privacy = So gehen wir mit Ihren Daten um

# Die Adresse bestätigen; an jemanden, von dem wir noch nicht wissen, ob die Adresse stimmt.
mail-prove_address-subject = Bestätigen Sie Ihre E-Mail-Adresse: { $title }
mail-prove_address-heading = Bestätigen Sie Ihre E-Mail-Adresse
mail-prove_address-intro = Jemand, wahrscheinlich Sie selbst, hat diese E-Mail-Adresse angegeben, um sich für diese Veranstaltung anzumelden. Sie sind noch nicht angemeldet.
mail-prove_address-action = Öffnen Sie die Seite unten und klicken Sie dort auf die Schaltfläche. Sie sehen dann sofort, ob Sie einen Platz haben oder auf der Warteliste stehen.
mail-prove_address-button = Meine Adresse bestätigen
mail-prove_address-deadline = Tun Sie dies bis { $before }. Danach verfällt die Anfrage.
mail-prove_address-not_you = Waren Sie das nicht? Dann brauchen Sie nichts zu tun: Ohne Bestätigung gibt es keine Anmeldung.

# Es gibt einen Platz; mit der Einladung.
mail-registration_confirmed-subject = Sie haben einen Platz: { $title }
mail-registration_confirmed-heading = Sie haben einen Platz
mail-registration_confirmed-intro = Ihre Anmeldung ist bestätigt. Wir erwarten Sie.

# Auf der Warteliste; ohne Einladung.
mail-waitlisted-subject = { $place ->
    [0] Sie stehen auf der Warteliste: { $title }
   *[other] Sie sind Nummer { $place } auf der Warteliste: { $title }
}
mail-waitlisted-heading = { $place ->
    [0] Sie stehen auf der Warteliste
   *[other] Sie sind Nummer { $place } auf der Warteliste
}
mail-waitlisted-intro = Sie haben noch keinen Platz.
mail-waitlisted-next = Wird ein Platz für Sie frei, bekommen Sie ihn automatisch. Das ist bis zum Beginn der Veranstaltung möglich. Wir schicken Ihnen dann eine E-Mail mit einer Einladung für Ihren Kalender. Sie brauchen nichts zu tun.
mail-waitlisted-leave = Möchten Sie nicht mehr teilnehmen? Dann melden Sie sich bitte ab. So rücken alle, die nach Ihnen warten, einen Platz vor.

# Ein Platz wurde frei; mit der Einladung.
mail-promoted-subject = Sie haben jetzt einen Platz: { $title }
mail-promoted-heading = Sie haben jetzt einen Platz
mail-promoted-intro = Sie standen auf der Warteliste. Ein Platz wurde frei, und er gehört Ihnen. Sie brauchen nichts zu bestätigen.

# Abgemeldet.
mail-withdrawn-subject = Sie sind nicht mehr angemeldet: { $title }
mail-withdrawn-heading = Sie sind nicht mehr angemeldet
mail-withdrawn-intro = Ihre Anmeldung für diese Veranstaltung ist beendet.
mail-withdrawn-again = Möchten Sie doch teilnehmen? Solange die Anmeldung offen ist, können Sie sich erneut anmelden.
mail-withdrawn-mandate = An dieser Plattform nehmen nur Mandatsträger und deren Gäste teil. Wurde Ihr Mandat verlängert, oder stimmt das nicht? Auf Ihrer Seite steht, an wen Sie sich wenden können.
mail-withdrawn-page = Ihre Seite

# Zeit, Ort oder Art der Teilnahme hat sich geändert.
mail-event_changed-subject = Geändert: { $title }
mail-event_changed-heading = Die Veranstaltung wurde geändert
mail-event_changed-intro = Das hat sich geändert:
mail-event_changed-own_heading = { $mode ->
    [online] Sie nehmen jetzt online teil
   *[on_site] Sie nehmen jetzt vor Ort teil
}
mail-event_changed-own_subject = { $mode ->
    [online] Sie nehmen jetzt online teil: { $title }
   *[on_site] Sie nehmen jetzt vor Ort teil: { $title }
}
mail-event_changed-own_intro = Sie haben gewählt, anders teilzunehmen. Das hat sich geändert:
mail-event_changed-seat = Sie behalten Ihren Platz.
mail-event_changed-waiting = Sie bleiben Nummer { $place } auf der Warteliste.

# Die Veranstaltung wurde abgesagt.
mail-event_cancelled-subject = Abgesagt: { $title }
mail-event_cancelled-heading = Diese Veranstaltung findet nicht statt
mail-event_cancelled-intro = Es tut uns leid: Die unten genannte Veranstaltung wurde abgesagt.
mail-event_cancelled-nothing_to_do = Ihre Anmeldung verfällt automatisch. Sie brauchen nichts zu tun.

# Kurz vor der Veranstaltung.
mail-reminder-subject = Erinnerung an { $day }: { $title }
mail-reminder-heading = Erinnerung: { $day }
mail-reminder-intro = Sie haben einen Platz bei dieser Veranstaltung. Wir erwarten Sie.
mail-join_details-subject = So nehmen Sie online teil: { $title }
mail-join_details-heading = Die Veranstaltung beginnt bald
mail-join_details-intro = Sie haben einen Platz für die Online-Teilnahme an dieser Veranstaltung.

# Where organisers decide
mail-prove_address-ask = Öffnen Sie die Seite unten und klicken Sie dort auf die Schaltfläche. Die Veranstalter prüfen dann Ihre Anfrage und antworten per E-Mail.

mail-registration_received-subject = Wir haben Ihre Anfrage: { $title }
mail-registration_received-heading = Wir haben Ihre Anfrage
mail-registration_received-intro = Sie haben noch keinen Platz: Die Veranstalter prüfen zuerst Ihre Anfrage.
mail-registration_received-next = Sie antworten per E-Mail. Sie müssen jetzt nichts tun.
mail-registration_received-leave = Möchten Sie nicht mehr teilnehmen? Dann ziehen Sie Ihre Anfrage zurück.

mail-rejected-subject = Ihre Anfrage wurde nicht angenommen: { $title }
mail-rejected-heading = Ihre Anfrage wurde nicht angenommen
mail-rejected-intro = Sie können an dieser Veranstaltung nicht teilnehmen.

# A personal invitation, and the same once more for those who did not answer
mail-invitation-subject = Einladung: { $title }
mail-invitation-heading = Sie sind eingeladen
mail-invitation-intro = Wir möchten Sie gern bei der unten genannten Veranstaltung begrüßen. Sie sind noch nicht angemeldet.
mail-invitation-how = Öffnen Sie die Seite unten, prüfen Sie Ihre Angaben und bestätigen Sie. Die Plätze werden in der Reihenfolge der Bestätigungen vergeben.
mail-invitation-deadline = Sie können bis { $before } antworten.
mail-invitation-accept = Einladung annehmen
mail-invitation-decline = Ich kann nicht kommen
mail-invitation-personal = Diese Einladung ist persönlich: Sie gilt nur für diese E-Mail-Adresse. Bitte leiten Sie diese E-Mail daher nicht weiter.
mail-invitation_reminder-subject = Sind Sie dabei? { $title }
mail-invitation_reminder-heading = Sind Sie dabei?
mail-invitation_reminder-intro = Wir haben Sie zu der unten genannten Veranstaltung eingeladen und haben noch keine Antwort von Ihnen.

# announcement
mail-announcement-about = Diese Nachricht betrifft:
