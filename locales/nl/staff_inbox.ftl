# What came in by mail, for staff.
staff-cause-declined-in-calendar = Weigerde in de agenda
staff-cause-asked-to-confirm = Gevraagd of de persoon echt niet komt
staff-cause-sent-again = Uitnodiging opnieuw gestuurd op verzoek van de agenda
staff-cause-returned = Doet opnieuw mee
staff-reason-calendar-declined = De agenda antwoordde dat de persoon niet komt.
staff-inbound-kind-answer = Antwoord van een agenda
staff-inbound-kind-counter = Voorstel voor een ander tijdstip
staff-inbound-kind-refresh = Vraag om de uitnodiging opnieuw
staff-inbound-kind-bounce = Teruggekomen mail
staff-inbound-kind-complaint = Klacht over een mail
staff-inbound-kind-auto-reply = Automatisch antwoord
staff-inbound-kind-unsubscribe = Afmelding voor berichten
staff-inbound-kind-other-calendar = Uitnodiging van iemand anders
staff-inbound-kind-human = Bericht
staff-inbound-kind-own = Eigen mail die terugkwam
staff-inbound-kind-loop = Mail die rondging
staff-inbound-kind-unreadable = Onleesbare mail
staff-inbound-outcome-recorded = Het antwoord is genoteerd.
staff-inbound-outcome-withdrew = De inschrijving is ingetrokken; de plaats gaat naar de volgende op de wachtlijst.
staff-inbound-outcome-asked = De persoon is per e-mail gevraagd of die echt niet komt.
staff-inbound-outcome-asked-before = De persoon was daar al naar gevraagd.
staff-inbound-outcome-sent-again = De uitnodiging is opnieuw gestuurd.
staff-inbound-outcome-sent-before = De uitnodiging was kort tevoren gestuurd en is niet opnieuw gestuurd.
staff-inbound-outcome-old-invitation = Het antwoord ging over een eerdere uitnodiging en telt niet.
staff-inbound-outcome-overtaken = Een later antwoord telde al.
staff-inbound-outcome-repeated = Hetzelfde antwoord telde al.
staff-inbound-outcome-came-before = Dezelfde mail was al binnengekomen.
staff-inbound-outcome-unknown = De mail hoort bij niets van ons dat nog bewaard wordt. Er is niets gedaan.
staff-inbound-outcome-stranger = De mail spreekt voor een ander adres dan het ingeschreven. Er is niets gedaan.
staff-inbound-outcome-doubtful = Adres en agenda noemen verschillende inschrijvingen. Er is niets gedaan.
staff-inbound-outcome-no-seat = De persoon heeft geen plaats op een evenement dat nog komt. Er is niets gedaan.
staff-inbound-outcome-no-series = Het antwoord gaat over één van een reeks en telt niet.
staff-inbound-outcome-no-answer = De mail bevat geen antwoord.
staff-inbound-outcome-too-late = Het evenement was begonnen of de persoon was al aanwezig. Het antwoord is genoteerd, de plaats blijft.
staff-inbound-outcome-for-person = Iemand moet hiernaar kijken.
staff-inbound-outcome-kept = Bewaard. Er is niets gedaan.
staff-inbound-outcome-dropped = Niet verder bekeken.
staff-inbound-outcome-suppressed = Mails naar dit adres zijn stopgezet; na een klacht alleen berichten en uitnodigingen.
staff-inbound-outcome-counted = De mislukking is geteld. Er worden nog mails gestuurd.
staff-inbound-outcome-our-fault = De oorzaak ligt bij ons: kijk de afzender, de inhoud en de instellingen na.
staff-inbound-outcome-not-ours = De mail gaat over geen mail van ons. Er is niets gedaan.
staff-inbound-outcome-unsubscribed = De persoon krijgt geen berichten en uitnodigingen van dit platform meer.
staff-inbound-outcome-given-up = Lezen mislukte drie keer. De mail is bewaard.
staff-inbound-outcome-probe = Deze mail werd gevraagd om te zien of mails ons bereiken. Dat doen ze.

# The inbox.
staff-nav-inbox = Inbox
staff-inbox-open = te doen
staff-inbox-open-tab = Te doen
staff-inbox-all-tab = Alles wat binnenkwam
staff-inbox-todo = Te doen
staff-inbox-done-state = Afgehandeld
staff-inbox-none = Hier zijn geen mails.
staff-inbox-what = Wat het is
staff-inbox-came = Ontvangen op
staff-inbox-came-in = Binnengekomen:
staff-inbox-to = Aan
staff-inbox-subject = Onderwerp
staff-inbox-outcome = Wat er gedaan is
staff-inbox-nobody = Afzender niet vermeld
staff-inbox-unread = Nog niet gelezen
staff-inbox-vouched = Is de afzender geverifieerd?
staff-inbox-done = Markeren als afgehandeld
staff-inbox-done-by = Afgehandeld
staff-inbox-done-by-whom = { $who }, { $at }
staff-inbox-proposed = Voorgesteld tijdstip
staff-inbox-proposed-what = Het evenement blijft zoals het is tot u het verplaatst.
staff-inbox-person = De inschrijving waarover het gaat
staff-inbox-no-person = Het gaat over geen inschrijving die bewaard is.
staff-inbox-our-mail = Onze mail waarover het gaat
staff-inbox-outside = Iemand van buiten schreef dit. Niemand heeft nagekeken wat er staat.
staff-inbox-no-words = De mail bevat geen leesbare tekst.
staff-inbox-attachments = Bijlagen
staff-inbox-reply = Antwoorden per e-mail
staff-inbox-reply-what = Dit opent uw eigen mailprogramma. Wat u daar schrijft, wordt hier niet bewaard.
staff-inbox-source-what = Het bestand bevat de mail zoals ze binnenkwam. Open het alleen met een programma dat u mail van onbekenden toevertrouwt. Dat u het bestand ophaalt, staat in het logboek.
staff-done-inbox-done = De mail is gemarkeerd als afgehandeld.
staff-to-do-inbox = { $n ->
    [one] Eén binnengekomen mail wacht op iemand
   *[other] { $n } binnengekomen mails wachten op iemand
}

# Who vouched for the sender of an answer.
staff-vouched-dkim = Ja: ondertekend door { $domain } (DKIM)
staff-vouched-dmarc = Ja: onze mailserver controleerde { $domain } (DMARC)
staff-vouched-spf = Ja: verzonden door een server van { $domain } (SPF)
staff-vouched-no-not-one-sender = Nee: de mail noemt niet precies één afzender.
staff-vouched-no-field-twice = Nee: een kopregel die één keer mag voorkomen, staat er twee keer.
staff-vouched-no-malformed = Nee: de kop is niet geschreven zoals het hoort.
staff-vouched-no-somebody-else = Nee: de afzender is niet het ingeschreven adres.
staff-vouched-no-unsigned = Nee: de mail draagt geen handtekening.
staff-vouched-no-not-aligned = Nee: de mail is ondertekend, maar niet door het domein van de afzender.
staff-vouched-no-incomplete = Nee: de handtekening laat delen weg die ertoe doen.
staff-vouched-no-expired = Nee: de handtekening is verlopen.
staff-vouched-no-no-key = Nee: de sleutel van de handtekening is niet gepubliceerd.
staff-vouched-no-no-answer = Nee: de naamservers antwoordden niet.
staff-vouched-no-broken = Nee: de handtekening past niet bij de mail.

# What a calendar answered.
staff-rsvp = Antwoord van de agenda
staff-rsvp-needs-action = Geen antwoord
staff-rsvp-accepted = Aanvaard
staff-rsvp-tentative = Misschien
staff-rsvp-declined = Geweigerd
staff-rsvp-verified = { $answer } ({ $at }, afzender geverifieerd)
staff-rsvp-unverified = { $answer } ({ $at }, afzender niet geverifieerd)
staff-rsvp-every = Elk antwoord
staff-rsvp-title = Antwoorden van agenda’s
staff-rsvp-asked = Geen antwoord, per e-mail gevraagd

# An address to which mail fails.
staff-address-fails = Mail naar dit adres komt niet aan
staff-address-hard = Mails naar dit adres komen sinds { $at } definitief terug ({ $code }). Het krijgt er geen meer.
staff-address-soft = { $n ->
    [one] Eén mail kwam terug, op { $at } ({ $code }). Er worden nog mails gestuurd.
   *[other] { $n } mails kwamen terug, de laatste op { $at } ({ $code }). Er worden nog mails gestuurd.
}
staff-address-complaint = Op { $at } noemde de eigenaar een mail van ons spam. Het adres krijgt geen berichten en uitnodigingen meer.
staff-address-again = Dit adres opnieuw gebruiken
staff-address-again-what = Er gaan weer mails naar dit adres, van alle platformen. Mails die niet verstuurd zijn, blijven bij de e-mails staan: probeer ze daar opnieuw.
staff-address-reason-hint = Eén regel, hoogstens 200 tekens. De reden staat in het logboek, dat blijvend bewaard wordt: noem niemand.
staff-done-address-lifted = Er gaan weer mails naar dit adres. Mails die niet verstuurd zijn, blijven bij de e-mails staan: probeer ze daar opnieuw.
staff-journal-field-address = Adres
staff-journal-field-code = Code
staff-journal-field-inbound = Binnengekomen mail
staff-journal-field-outcome = Wat er gedaan is
