# Answers of calendars: the mail that asks, and the way back.
mail-confirm_decline-subject = Kommen Sie nicht? { $title }
mail-confirm_decline-heading = Kommen Sie nicht?
mail-confirm_decline-intro = Ihr Kalender hat geantwortet, dass Sie nicht kommen. Wir konnten nicht prüfen, ob diese Antwort von Ihnen stammt. Deshalb hat sich nichts geändert: Sie haben Ihren Platz noch.
mail-confirm_decline-yes = Sie kommen nicht? Öffnen Sie Ihre Seite und treten Sie dort zurück. Ihr Platz geht dann an die nächste Person auf der Warteliste.
mail-confirm_decline-no = Sie kommen? Dann müssen Sie nichts tun.
mail-confirm_decline-page = Zu Ihrer Seite
mail-common-calendar_declines = Können Sie nicht kommen? Sagen Sie in Ihrem Kalender ab: Dann ist Ihre Anmeldung zurückgezogen, und jemand anders bekommt Ihren Platz.
mail-withdrawn-declined = War das ein Versehen? Auf Ihrer Seite können Sie wieder teilnehmen, ohne Formular. Wurde Ihr Platz inzwischen vergeben, kommen Sie auf die Warteliste.
personal-confirmed-answers = Wir haben Ihnen eine E-Mail mit der Einladung für Ihren Kalender geschickt. Können Sie nicht kommen? Sagen Sie in Ihrem Kalender ab oder melden Sie sich unten ab: Dann bekommt jemand anders Ihren Platz.
personal-withdrawn-rejoin = Sie sind für diese Veranstaltung nicht mehr angemeldet.
personal-rejoin = Ihre Adresse ist schon bestätigt, Sie müssen nichts ausfüllen. Ist ein Platz frei, erhalten Sie ihn; sonst kommen Sie ans Ende der Warteliste.
personal-rejoin-send = Wieder teilnehmen
personal-done-returned = Sie sind wieder angemeldet. Wir haben Ihnen eine E-Mail gesendet.

# What the personal page says of an answer.
personal-rsvp-accepted = Ihr Kalender hat geantwortet: zugesagt, am { $at }.
personal-rsvp-tentative = Ihr Kalender hat geantwortet: vielleicht, am { $at }.
personal-rsvp-declined = Ihr Kalender hat geantwortet: abgesagt, am { $at }.
personal-rsvp-unverified = Wir konnten nicht prüfen, ob diese Antwort von Ihnen stammt.
personal-rsvp-comes = Sie haben Ihren Platz.
personal-rsvp-may-come = Sie behalten Ihren Platz. Sobald Sie wissen, dass Sie nicht kommen, melden Sie sich unten ab: Dann bekommt ihn jemand anders.
personal-rsvp-too-late = Die Veranstaltung hatte da schon begonnen, oder Sie waren schon da. Deshalb hat sich nichts geändert.
personal-rsvp-replaced = Das galt einer früheren Einladung und zählt nicht mehr. Sie haben Ihren Platz.
personal-rsvp-asked = Es kam eine Antwort, dass Sie nicht kommen. Wir konnten nicht prüfen, ob sie von Ihnen stammt. Sie behalten also Ihren Platz, und wir haben Sie per E-Mail gefragt.
personal-rsvp-waits = Sie stehen auf der Warteliste: Eine Antwort in Ihrem Kalender gibt Ihnen keinen Platz. Wir schreiben Ihnen, sobald einer für Sie frei ist.
personal-rsvp-stepped-back = Damit haben Sie Ihren Platz aufgegeben.

# Words of the history and of lists.
reason-calendar_declined = Ihr Kalender hat geantwortet, dass Sie nicht kommen.
cause-declined_in_calendar = Sie haben in Ihrem Kalender abgesagt.
cause-asked_to_confirm = Wir haben Sie per E-Mail gefragt, ob Sie wirklich absagen.
cause-sent_again = Wir haben die Einladung erneut gesendet, weil Ihr Kalender darum bat.
cause-returned = Sie nehmen wieder teil.
mail-kind-confirm_decline = Frage, ob jemand wirklich absagt
