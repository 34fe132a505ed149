# The mail room.

staff-mail = E-mail
staff-mail-status-queued = Te verzenden
staff-mail-status-sent = Verzonden
staff-mail-status-failed = Niet bezorgd
staff-mail-status-aborted = Wordt niet meer gestuurd
staff-mails-queued = Te verzenden
staff-mails-sent = Verzonden
staff-mails-failed = Niet bezorgd
staff-mails-aborted = Niet meer nodig
staff-attempts = { $n ->
    [one] 1 poging
   *[other] { $n } pogingen
}
staff-retry = Opnieuw proberen
staff-abort = Opgeven
staff-no-mails = Hier zijn geen e-mails.
staff-done-retried = De e-mail wordt nu opnieuw geprobeerd.
staff-done-aborted = De e-mail is opgegeven.

# Lists, one mail, many at once.
staff-mail-kind = Soort e-mail
staff-every-kind = Elke soort
staff-every-language = Elke taal
staff-mail-words = Zoekwoorden
staff-mails-search = Zoeken op naam, organisatie of e-mailadres
staff-mails-oldest = De oudste e-mail die nu weg kan, wacht sinds { $at }.
staff-mails-retry-all = { $n ->
    [one] Deze e-mail opnieuw proberen
   *[other] Alle { $n } opnieuw proberen
}
staff-mails-abort-all = { $n ->
    [one] Deze e-mail opgeven
   *[other] Alle { $n } opgeven
}
staff-mails-retry-many = E-mails opnieuw proberen
staff-mails-abort-many = E-mails opgeven
staff-mails-retry-what = { $n ->
    [one] Eén e-mail wordt nu opnieuw geprobeerd. Zegt hij iets wat niet meer klopt, dan blijft hij liggen.
   *[other] { $n } e-mails worden nu opnieuw geprobeerd. Wat iets zegt wat niet meer klopt, blijft liggen.
}
staff-mails-abort-what = { $n ->
    [one] Eén e-mail wordt niet meer verzonden. De persoon krijgt hem niet.
   *[other] { $n } e-mails worden niet meer verzonden. Deze mensen krijgen ze niet.
}
staff-mails-retry-do = { $n ->
    [one] Eén e-mail opnieuw proberen
   *[other] { $count } e-mails opnieuw proberen
}
staff-mails-abort-do = { $n ->
    [one] Eén e-mail opgeven
   *[other] { $count } e-mails opgeven
}
staff-mail-next = Opnieuw op { $at }
staff-mail-owed = Klaargezet op
staff-mail-to = Aan
staff-mail-from = Van
staff-mail-date = Datum
staff-mail-tries = Geprobeerd
staff-mail-sent = Verzonden op
staff-mail-said = Antwoord van de mailserver
staff-mail-next-try = Volgende poging
staff-mail-until = Uiterlijk
staff-mail-overtaken = Deze e-mail zegt niet meer hoe het staat. Hij wordt niet meer verzonden.
staff-mail-later = De e-mail die zegt hoe het nu staat
staff-mail-again = Nog eens verzenden
staff-mail-again-what = De persoon krijgt een nieuwe e-mail die zegt hoe het nu staat. In de agenda verandert er niets.
staff-mail-now = Verzenden hoe het nu staat
staff-mail-now-what = Deze e-mail zelf gaat niet nog eens weg. De persoon krijgt een nieuwe die zegt hoe het nu staat.
staff-mail-says = Wat erin staat
staff-mail-blotted = De persoonlijke links openen hier niets. In de e-mail aan de persoon staat in de plaats van ··· een geheim.
staff-mail-html = Zoals de meeste programma’s het tonen
staff-mail-text = Als gewone tekst
staff-mail-calendar = Voor de agenda
staff-mail-calendar-method = Doet
staff-mail-calendar-summary = Titel
staff-mail-calendar-dtstart = Begin
staff-mail-calendar-dtend = Einde
staff-mail-calendar-location = Plaats
staff-mail-calendar-status = Stand
staff-mail-calendar-attendee = Deelnemer
staff-mail-calendar-sequence = Volgnummer (SEQUENCE)
staff-mail-calendar-dtstamp = Gemaakt op
staff-mail-calendar-uid = Kenmerk (UID)
staff-mail-calendar-word-request = Zet het evenement in de agenda (REQUEST)
staff-mail-calendar-word-cancel = Haalt het evenement uit de agenda (CANCEL)
staff-mail-calendar-word-confirmed = Vast
staff-mail-calendar-word-cancelled = Afgelast
staff-mail-calendar-word-tentative = Voorlopig
staff-mail-source = Bron als bestand (.eml)
staff-mail-source-what = Zonder de geheime links en zonder handtekening. Dat u het bestand neemt, komt in het logboek.
staff-mail-person = Naar de inschrijving
staff-mail-forgotten = Wat erin stond, is gewist.
staff-mail-previews = Wat elke e-mail zegt
staff-done-told-again = De e-mail wordt nu verzonden. U ziet hem hier.
staff-done-on-its-way = Er is al een e-mail onderweg die zegt hoe het nu staat.
staff-done-just-now = Er ging minder dan tien minuten geleden zo’n e-mail weg. Wacht even voor u er nog een verzendt.
staff-done-nothing-to-tell = Er valt niets meer te zeggen: het evenement is voorbij, of de persoon kreeg nooit bericht.
staff-done-mails-retried = { $n ->
    [one] Eén e-mail wordt nu opnieuw geprobeerd.
   *[other] { $n } e-mails worden nu opnieuw geprobeerd.
}
staff-done-mails-aborted = { $n ->
    [one] Eén e-mail is opgegeven.
   *[other] { $n } e-mails zijn opgegeven.
}
