# Staff pages: messages to some people of an event.

staff-messages = Berichten
staff-message = Bericht aan deze personen schrijven
staff-message-choose = Personen kiezen in de lijst
staff-no-messages = Er is nog geen bericht gestuurd aan personen van dit evenement.
staff-message-count = { $n ->
    [0] Deze lijst toont niemand die u kunt aanschrijven. Wie het adres niet bevestigde, krijgt geen bericht.
    [one] 1 persoon krijgt het: iedereen die de lijst toont en het adres bevestigde. Wie zich uitschreef, krijgt het enkel als u daarvoor koos.
   *[other] { $n } personen krijgen het: iedereen die de lijst toont en het adres bevestigde. Wie zich uitschreef, krijgt het enkel als u daarvoor koos.
}
staff-message-confidential = Dit evenement is vertrouwelijk, en e-mail is dat niet: schrijf niets wat het TLP-label verbiedt.
staff-message-readers = { $n ->
    [one] 1 persoon leest deze taal.
   *[other] { $n } personen lezen deze taal.
}
staff-message-subject-in = Onderwerp, taal: { $language }
staff-message-text-in = Tekst, taal: { $language }
staff-message-text-hint = Hoogstens { $most } tekens. Lege regels scheiden alinea’s; adressen van pagina’s worden links; al het andere blijft zoals u het typt. Aanspreking, evenement en de link naar de eigen pagina komen erbij.
staff-message-check = Bekijk wie het krijgt en hoe het eruitziet
staff-message-checked = Klopt dit?
staff-message-do = { $n ->
    [one] Nu aan 1 persoon sturen
   *[other] Nu aan { $n } personen sturen
}
staff-message-next = De volgende personen bekijken
staff-message-too-many = Hoogstens { $most } personen krijgen één bericht. Maak de lijst korter met zoeken, een status of een sector.
staff-message-left-out = { $n ->
    [one] 1 persoon viel weg: intussen uitgeschreven of gewist
   *[other] { $n } personen vielen weg: intussen uitgeschreven of gewist
}
staff-message-gone = De bewaartijd van de tekst is voorbij
staff-done-message-sent = { $n ->
    [one] 1 e-mail is onderweg.
   *[other] { $n } e-mails zijn onderweg.
}
staff-done-message-stopped = { $n ->
    [one] Gestopt. 1 e-mail wordt niet verstuurd.
   *[other] Gestopt. { $n } e-mails worden niet verstuurd.
}
staff-fault-languages = Iemand leest een taal waarin onderwerp of tekst ontbreekt. Bekijk opnieuw wie het krijgt en vul elke taal in.
staff-back-to-list = Terug naar de lijst
staff-cause-announced = Bericht gestuurd
staff-deed-announcement_sent = Bericht gestuurd
staff-deed-announcement_stopped = Bericht gestopt
staff-journal-field-announcement = Bericht
staff-journal-field-languages = Talen
staff-journal-field-filtered = Enkel sommigen
