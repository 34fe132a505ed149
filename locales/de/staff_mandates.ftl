# Einmal im Quartal bei allen nachfragen, die ein Mandat haben.

staff-asking-on = Jedes Quartal wird nachgefragt
staff-asking-off = Jedes Quartal nachfragen
staff-asking-how = Was geschieht
staff-asking-what = Vom ersten Tag jedes Quartals an erhalten alle, deren Mandat in Kraft ist, eine E-Mail mit der Frage, ob es noch gilt, und nach 14 Tagen ohne Antwort noch eine. Wer Nein sagt, beendet das eigene Mandat mit diesem Tag. Zu Mandaten, die im Quartal begannen, eingetragen wurden oder enden, wird nichts gefragt; auch Gäste werden nicht gefragt.
staff-asking-due = { $n ->
    [0] Jetzt würde niemand angeschrieben.
    [one] Jetzt würde eine Person angeschrieben.
   *[other] Jetzt würden { $n } Personen angeschrieben.
}
staff-asking-stop-what = Wenn Sie das beenden, wird niemand mehr gefragt; verschickte Links gelten bis zum Ende des Quartals weiter.
staff-asking-start = Ab jetzt nachfragen
staff-asking-stop = Nicht mehr nachfragen
staff-done-asking-on = Ab jetzt wird nachgefragt.
staff-done-asking-off = Es wird nicht mehr nachgefragt.
staff-unconfirmed = In diesem Quartal nicht bestätigt
staff-not-confirmed = in diesem Quartal nicht bestätigt
staff-confirmed-on = bestätigt am { $day }
staff-last-confirmed = Zuletzt bestätigt
staff-never-confirmed = nie
staff-to-do-unconfirmed = { $n ->
    [one] Ein Mandat ist in diesem Quartal nicht bestätigt: { $platform }
   *[other] { $n } Mandate sind in diesem Quartal nicht bestätigt: { $platform }
}
staff-deed-holders_asking_set = Nachfrage bei Mandaten geändert
staff-deed-holders_asked = Bei Mandaten nachgefragt
staff-deed-mandate_confirmed = Mandat bestätigt
staff-journal-field-asks = Es wird nachgefragt
staff-journal-field-quarter = Quartal
staff-journal-field-asked = Gefragt
staff-journal-field-asked_again = Noch einmal gefragt
