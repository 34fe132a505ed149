# Naming a colleague who takes a seat over: the part of the personal page.
substitute-title = Eine Vertretung benennen
substitute-title-asked = Sie haben jemanden gefragt
substitute-what = Sie können nicht kommen? Jemand von { $organisation } kann Ihren Platz übernehmen. Wir senden eine E-Mail mit Ihrem Namen. Für die Antwort sind sieben Tage Zeit, längstens bis zum Beginn der Veranstaltung. Bis dahin behalten Sie Ihren Platz.
substitute-what-members = Sie können nicht kommen? Wer selbst ein Mandat für Ihre Organisation ({ $organisation }) hat, kann Ihren Platz übernehmen. Nur dann geht eine E-Mail mit Ihrem Namen ab, mit sieben Tagen Zeit für die Antwort, längstens bis zum Beginn der Veranstaltung. Wer ein Mandat hat, sagen wir hier nicht. Bis dahin behalten Sie Ihren Platz.
substitute-asked = Sie haben { $name } ({ $email }) gebeten, Ihren Platz zu übernehmen. Eine Antwort ist möglich bis { $before }. Bis dahin gehört der Platz Ihnen.
substitute-asked-members = Sie haben { $name } ({ $email }) gebeten, Ihren Platz zu übernehmen. Wer kein Mandat für Ihre Organisation hat, bekommt keine E-Mail. Eine Antwort ist möglich bis { $before }. Bis dahin gehört der Platz Ihnen.
substitute-take-back = Meine Anfrage zurücknehmen
substitute-again = Oder jemand anderen fragen
substitute-declined = Die gefragte Person kann auch nicht kommen. Sie haben Ihren Platz weiterhin.
substitute-lapsed = Die gefragte Person hat nicht rechtzeitig geantwortet. Sie haben Ihren Platz weiterhin.
substitute-name = Vollständiger Name der Vertretung
substitute-email = Dienstliche E-Mail-Adresse der Vertretung
substitute-email-why = Eine Adresse Ihrer Organisation. Nur dort kommt das Angebot an.
substitute-email-why-members = Die Adresse, unter der das Mandat erfasst ist. Nur dort kommt das Angebot an.
substitute-language = Sprache der E-Mail
substitute-send = Diese Person fragen
substitute-fault-not_allowed = Auf dieser Plattform können Sie keine Vertretung benennen. Antworten Sie auf unsere E-Mail, wenn Sie nicht kommen können.
substitute-fault-oneself = Das ist Ihre eigene Adresse. Geben Sie die einer anderen Person an.
substitute-fault-other_organisation = Das ist keine Adresse Ihrer Organisation. Geben Sie eine Adresse Ihrer Organisation an, oder bitten Sie die Person, sich selbst anzumelden.
substitute-fault-unknown_organisation = Hier entscheiden die Veranstalter über alle, und wir kennen keine E-Mail-Domäne Ihrer Organisation. Bitten Sie die Person, sich selbst anzumelden.
substitute-fault-too_often = Sie haben schon oft jemanden gefragt. Versuchen Sie es morgen wieder, oder antworten Sie auf unsere E-Mail.
substitute-fault-over = Dieses Angebot gilt nicht mehr.
substitute-fault-registered = Das ist nicht mehr möglich.
personal-done-asked = Ihre Anfrage ist notiert. Sie behalten Ihren Platz, bis er übernommen wird.
personal-done-taken-back = Ihre Anfrage ist zurückgenommen. Sie haben Ihren Platz weiterhin.
personal-replaced-title = Ihr Platz wurde übernommen

# The page of the offer, for whoever was named.
offer-eyebrow = Ein angebotener Platz
offer-title = Möchten Sie diesen Platz übernehmen?
offer-lead = { $name } hat einen Platz bei dieser Veranstaltung, kann nicht kommen und benennt Sie als Vertretung. Sie können bis { $before } antworten. Sie sind noch nicht angemeldet.
offer-lead_nobody = Jemand aus Ihrem Haus hat einen Platz bei dieser Veranstaltung, kann nicht kommen und benennt Sie als Vertretung. Sie können bis { $before } antworten. Sie sind noch nicht angemeldet.
offer-form-title = Den Platz übernehmen
offer-fixed = Organisation und Teilnahme sind die des Platzes. Das Angebot gilt nur für diese Adresse.
offer-accept = Ja, ich übernehme den Platz
offer-decline-title = Sie können auch nicht kommen?
offer-decline-text = Man sieht dann, dass Sie nicht kommen können, und der Platz bleibt, wo er ist.
offer-decline-send = Nein, ich kann nicht kommen
offer-back = Zurück zum Angebot
offer-accepted-title = Der Platz gehört Ihnen
offer-accepted = Wir haben Ihnen eine E-Mail mit der Einladung für Ihren Kalender und dem Link zu Ihrer Anmeldung gesendet.
offer-declined-title = Sie kommen nicht
offer-declined = Danke für Ihre Antwort. Sie sind nicht angemeldet, und wir löschen Namen und Adresse in Kürze. Sie haben es sich anders überlegt? Dann lassen Sie sich noch einmal benennen.
offer-over-title = Dieses Angebot gilt nicht mehr
offer-over = Der Platz wird Ihnen nicht mehr angeboten, oder die Zeit für eine Antwort ist vorbei. Sie sind durch dieses Angebot nicht angemeldet. Haben Sie eine Frage? Schreiben Sie an { $contact }.
offer-registered-confirmed-title = Sie haben schon einen Platz
offer-registered-confirmed = Sie haben selbst einen Platz bei dieser Veranstaltung und können diesen nicht übernehmen. Sagen Sie der Person, die Sie benannt hat, Bescheid.
offer-registered-rejected-title = Sie können diesen Platz nicht übernehmen
offer-registered-rejected = Die Veranstalter haben über Ihre Teilnahme an dieser Veranstaltung schon entschieden. Haben Sie eine Frage? Schreiben Sie an { $contact }.
offer-registered-cancelled-title = Die Veranstaltung ist abgesagt
offer-registered-cancelled = Sie brauchen nichts zu tun.
offer-mode-changed = Die Art der Teilnahme hat sich geändert, seit Sie diese Seite geöffnet haben. Bitte sehen Sie noch einmal nach.

# The mail that asks.
mail-substitute_offer-subject = Können Sie jemanden vertreten? { $title }
mail-substitute_offer-heading = Können Sie jemanden vertreten?
mail-substitute_offer-intro = { $name } hat einen Platz bei der Veranstaltung unten, kann nicht kommen und benennt Sie als Vertretung. Sie sind nicht angemeldet.
mail-substitute_offer-intro_nobody = Jemand aus Ihrem Haus hat einen Platz bei der Veranstaltung unten, kann nicht kommen und benennt Sie als Vertretung. Sie sind nicht angemeldet.
mail-substitute_offer-how = Möchten Sie den Platz übernehmen? Öffnen Sie die Seite unten, prüfen Sie Ihre Angaben und bestätigen Sie. Solange Sie das nicht tun, ändert sich nichts.
mail-substitute_offer-deadline = Sie können bis { $before } antworten.
mail-substitute_offer-accept = Das Angebot ansehen
mail-substitute_offer-decline = Ich kann nicht kommen
mail-substitute_offer-personal = Dieses Angebot gilt nur für diese E-Mail-Adresse. Leiten Sie diese E-Mail daher nicht weiter. Sie kennen die Person nicht? Dann tun Sie nichts: Ihre Adresse wird gelöscht.

# Words of the history and of lists.
reason-replaced = Der Platz wurde von der benannten Vertretung übernommen.
reason-stood_in = Dieser Platz wurde Ihnen angeboten, weil jemand nicht kommen kann.
cause-replaced = Die von Ihnen benannte Vertretung hat Ihren Platz übernommen.
cause-stood_in = Sie haben den Platz einer anderen Person übernommen.
mail-kind-substitute_offer = Anfrage, einen Platz zu übernehmen
