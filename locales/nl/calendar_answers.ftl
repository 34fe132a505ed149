# Answers of calendars: the mail that asks, and the way back.
mail-confirm_decline-subject = Komt u niet? { $title }
mail-confirm_decline-heading = Komt u niet?
mail-confirm_decline-intro = Uit uw agenda kwam het antwoord dat u niet komt. We konden niet nagaan of dat antwoord van u is. Daarom is er niets veranderd: u hebt uw plaats nog.
mail-confirm_decline-yes = Komt u niet? Open dan uw pagina en trek u daar terug. Uw plaats gaat dan naar wie wacht.
mail-confirm_decline-no = Komt u wel? Dan hoeft u niets te doen.
mail-confirm_decline-page = Naar uw pagina
mail-common-calendar_declines = Kunt u niet komen? Weiger de uitnodiging in uw agenda: dan is uw inschrijving ingetrokken en krijgt iemand anders uw plaats.
mail-withdrawn-declined = Was dat een vergissing? Op uw pagina kunt u opnieuw deelnemen, zonder formulier. Is uw plaats intussen vergeven, dan komt u op de wachtlijst.
personal-confirmed-answers = We hebben u een e-mail gestuurd met de uitnodiging voor uw agenda. Kunt u niet komen? Weiger de uitnodiging in uw agenda of schrijf u hieronder uit: dan krijgt iemand anders uw plaats.
personal-withdrawn-rejoin = U bent niet meer ingeschreven voor dit evenement.
personal-rejoin = Uw adres is al bewezen, u hoeft niets in te vullen. Is er een plaats vrij, dan krijgt u die; anders komt u achteraan op de wachtlijst.
personal-rejoin-send = Opnieuw deelnemen
personal-done-returned = U bent opnieuw ingeschreven. We stuurden u een e-mail.

# What the personal page says of an answer.
personal-rsvp-accepted = Uw agenda antwoordde: aanvaard, op { $at }.
personal-rsvp-tentative = Uw agenda antwoordde: misschien, op { $at }.
personal-rsvp-declined = Uw agenda antwoordde: geweigerd, op { $at }.
personal-rsvp-unverified = We konden niet nagaan of dit antwoord van u is.
personal-rsvp-comes = U hebt uw plaats.
personal-rsvp-may-come = U behoudt uw plaats. Weet u dat u niet komt, schrijf u dan hieronder uit: dan krijgt iemand anders uw plaats.
personal-rsvp-too-late = Het evenement was toen al begonnen, of u was er al. Daarom is er niets veranderd.
personal-rsvp-replaced = Dat was op een eerdere uitnodiging en telt niet meer. U hebt uw plaats.
personal-rsvp-asked = Er kwam een antwoord dat u niet komt. We konden niet nagaan of het van u is. U behoudt dus uw plaats, en we vroegen het u per e-mail.
personal-rsvp-waits = U staat op de wachtlijst: een antwoord in uw agenda geeft u geen plaats. We schrijven u zodra er een plaats vrij is voor u.
personal-rsvp-stepped-back = Daarmee gaf u uw plaats op.

# Words of the history and of lists.
reason-calendar_declined = Uw agenda antwoordde dat u niet komt.
cause-declined_in_calendar = U gaf in uw agenda aan dat u niet komt.
cause-asked_to_confirm = We vroegen u per e-mail of u echt niet komt.
cause-sent_again = We stuurden de uitnodiging opnieuw, omdat uw agenda erom vroeg.
cause-returned = U doet opnieuw mee.
mail-kind-confirm_decline = Vraag of iemand echt niet komt
