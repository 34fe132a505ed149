# Teksten van de mails: per soort een groep, `mail-<soort>-…`. Subject en heading zeggen meteen hoe het staat.

# Wat in meer dan één mail staat.
mail-common-greeting = Beste { $name },
mail-common-greeting_nobody = Goedendag,
mail-common-when = Wanneer:
mail-common-where = Waar:
mail-common-how = Hoe:
mail-common-was = Was:
mail-common-now = Nu:
mail-common-nothing = niets opgegeven
mail-common-on_page = zie uw inschrijving
mail-common-join = Zo neemt u online deel:
mail-common-join_label = Online deelnemen
mail-common-join_on_page = De link om online deel te nemen, vindt u bij uw inschrijving.
mail-common-agenda = Programma
mail-common-page = Naar uw inschrijving
mail-common-event_page = Naar de pagina van het evenement
mail-common-manage = Wilt u iets wijzigen of zich uitschrijven? Gebruik de link in onze e-mail.
mail-common-neutral_title = Vertrouwelijke bijeenkomst
mail-common-neutral_description = Deze bijeenkomst is vertrouwelijk. De inhoud vindt u bij uw inschrijving; de link staat in onze e-mail.
mail-common-calendar_request = Bij deze e-mail zit een uitnodiging voor uw agenda. Ziet u het evenement niet in uw agenda? Open dan het bestand invite.ics.
mail-common-calendar_answers = Weigeren in uw agenda is geen uitschrijving.
mail-common-calendar_cancel = Deze e-mail haalt het evenement uit uw agenda. Blijft het daar staan? Verwijder het dan zelf.
mail-common-cannot_come = Kunt u niet deelnemen? Schrijf u dan uit. Zo komt uw plaats vrij voor iemand anders.
mail-common-pass = Toon aan de ingang de code op uw persoonlijke pagina, of noem deze twaalf tekens:
mail-common-secret = De link naar uw inschrijving is persoonlijk: wie hem heeft, kan uw inschrijving wijzigen. Stuur deze e-mail daarom niet door.
mail-common-why = Het { site-owner } stuurt u deze e-mail, omdat dit adres voor dit evenement werd opgegeven.
mail-common-questions = Hebt u een vraag? Antwoord op deze e-mail.
mail-common-privacy = Zo gaan wij met uw gegevens om

# Het adres bevestigen; aan iemand van wie we nog niet weten of het adres klopt.
mail-prove_address-subject = Bevestig uw e-mailadres: { $title }
mail-prove_address-heading = Bevestig uw e-mailadres
mail-prove_address-intro = Iemand, waarschijnlijk uzelf, gaf dit e-mailadres op om zich in te schrijven voor dit evenement. U bent nog niet ingeschreven.
mail-prove_address-action = Open de pagina hieronder en klik daar op de knop. U ziet dan meteen of u een plaats hebt of op de wachtlijst staat.
mail-prove_address-button = Mijn adres bevestigen
mail-prove_address-deadline = Doe dit vóór { $before }. Daarna vervalt de aanvraag.
mail-prove_address-not_you = Was u dit niet? Dan hoeft u niets te doen: zonder bevestiging is er geen inschrijving.

# Er is een plaats; met de uitnodiging.
mail-registration_confirmed-subject = U hebt een plaats: { $title }
mail-registration_confirmed-heading = U hebt een plaats
mail-registration_confirmed-intro = Uw inschrijving is in orde. We verwachten u.

# Op de wachtlijst; zonder uitnodiging.
mail-waitlisted-subject = { $place ->
    [0] U staat op de wachtlijst: { $title }
   *[other] U bent nummer { $place } op de wachtlijst: { $title }
}
mail-waitlisted-heading = { $place ->
    [0] U staat op de wachtlijst
   *[other] U bent nummer { $place } op de wachtlijst
}
mail-waitlisted-intro = U hebt nog geen plaats.
mail-waitlisted-next = Komt er een plaats voor u vrij, dan krijgt u die automatisch. Dat kan tot het begin van het evenement. We sturen u dan een e-mail met een uitnodiging voor uw agenda. U hoeft niets te doen.
mail-waitlisted-leave = Wilt u niet meer deelnemen? Schrijf u dan uit. Zo schuift wie na u komt een plaats op.

# Er kwam een plaats vrij; met de uitnodiging.
mail-promoted-subject = U hebt nu een plaats: { $title }
mail-promoted-heading = U hebt nu een plaats
mail-promoted-intro = U stond op de wachtlijst. Er kwam een plaats vrij en die is voor u. U hoeft niets te bevestigen.

# Uitgeschreven.
mail-withdrawn-subject = U bent niet meer ingeschreven: { $title }
mail-withdrawn-heading = U bent niet meer ingeschreven
mail-withdrawn-intro = Uw inschrijving voor dit evenement is stopgezet.
mail-withdrawn-again = Wilt u toch deelnemen? Zolang de inschrijvingen open zijn, kunt u zich opnieuw inschrijven.
mail-withdrawn-mandate = Alleen mandaathouders en hun gasten nemen deel aan dit platform. Is uw mandaat verlengd, of klopt dit niet? Op uw pagina staat wie u het kunt vragen.
mail-withdrawn-page = Uw pagina

# Tijd, plaats of wijze van deelnemen veranderde.
mail-event_changed-subject = Gewijzigd: { $title }
mail-event_changed-heading = Het evenement is gewijzigd
mail-event_changed-intro = Dit is er veranderd:
mail-event_changed-own_heading = { $mode ->
    [online] U neemt nu online deel
   *[on_site] U neemt nu ter plaatse deel
}
mail-event_changed-own_subject = { $mode ->
    [online] U neemt nu online deel: { $title }
   *[on_site] U neemt nu ter plaatse deel: { $title }
}
mail-event_changed-own_intro = U hebt gekozen om anders deel te nemen. Dit is er veranderd:
mail-event_changed-seat = U behoudt uw plaats.
mail-event_changed-waiting = U blijft nummer { $place } op de wachtlijst.

# Het evenement werd afgelast.
mail-event_cancelled-subject = Afgelast: { $title }
mail-event_cancelled-heading = Dit evenement gaat niet door
mail-event_cancelled-intro = Het spijt ons: het evenement hieronder is afgelast.
mail-event_cancelled-nothing_to_do = Uw inschrijving vervalt vanzelf. U hoeft niets te doen.

# Kort voor het evenement.
mail-reminder-subject = Herinnering voor { $day }: { $title }
mail-reminder-heading = Herinnering: { $day }
mail-reminder-intro = U hebt een plaats op dit evenement. We verwachten u.
mail-join_details-subject = Zo neemt u online deel: { $title }
mail-join_details-heading = Het evenement begint binnenkort
mail-join_details-intro = U hebt een plaats om online deel te nemen aan dit evenement.

# Where organisers decide
mail-prove_address-ask = Open de pagina hieronder en klik daar op de knop. De organisatoren bekijken dan uw aanvraag en antwoorden per e-mail.

mail-registration_received-subject = We hebben uw aanvraag: { $title }
mail-registration_received-heading = We hebben uw aanvraag
mail-registration_received-intro = U hebt nog geen plaats: de organisatoren bekijken eerst uw aanvraag.
mail-registration_received-next = Zij antwoorden per e-mail. U hoeft nu niets te doen.
mail-registration_received-leave = Wilt u niet meer deelnemen? Trek uw aanvraag dan in.

mail-rejected-subject = Uw aanvraag is niet aanvaard: { $title }
mail-rejected-heading = Uw aanvraag is niet aanvaard
mail-rejected-intro = U kunt niet deelnemen aan dit evenement.

# A personal invitation, and the same once more for those who did not answer
mail-invitation-subject = Uitnodiging: { $title }
mail-invitation-heading = U bent uitgenodigd
mail-invitation-intro = Wij verwelkomen u graag op het evenement hieronder. U bent nog niet ingeschreven.
mail-invitation-how = Open de pagina hieronder, kijk uw gegevens na en bevestig. Wie eerst bevestigt, krijgt eerst een plaats.
mail-invitation-deadline = U kunt antwoorden tot { $before }.
mail-invitation-accept = De uitnodiging aanvaarden
mail-invitation-decline = Ik kan niet komen
mail-invitation-personal = Deze uitnodiging is persoonlijk: ze geldt alleen voor dit e-mailadres. Stuur deze e-mail dus niet door.
mail-invitation_reminder-subject = Bent u erbij? { $title }
mail-invitation_reminder-heading = Bent u erbij?
mail-invitation_reminder-intro = Wij hebben u uitgenodigd voor het evenement hieronder en hebben nog geen antwoord van u.

# announcement
mail-announcement-about = Dit bericht gaat over:
