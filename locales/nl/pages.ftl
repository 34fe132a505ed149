# Texts of the pages: keys start with the page's name.

site-owner = Centrum voor Cybersecurity België
site-short = CCB
site-service = Inschrijven voor evenementen
layout-skip = Naar de inhoud
layout-languages = Taal
layout-error-prefix = Fout:
layout-about = Over deze dienst
layout-contact = Contact:
layout-privacy = Privacy
layout-accessibility = Toegankelijkheid
form-problem = Er is een probleem
form-error-of = { $label }: { $fault }

# Choice of language
choice-title = Kies uw taal
choice-go = Verder in het Nederlands

# Events to come
events-title = Komende evenementen
events-lead = Het Centrum voor Cybersecurity België (CCB) vertelt hier wat er gebeurt op het vlak van cyberdreigingen, en wat u eraan kunt doen. Deelnemen is gratis.
events-qctr = Het Quarterly Cyber Threat Report (QCTR) is het overzicht van de cyberdreigingen dat het CCB elk kwartaal geeft.
events-none-title = Op dit moment is er geen evenement gepland
events-none = Kom later terug. Nieuwe data staan hier zodra ze vaststaan, minstens één keer per kwartaal.

# One event
edition = { $quarter ->
    [1] eerste kwartaal van { $year }
    [2] tweede kwartaal van { $year }
    [3] derde kwartaal van { $year }
   *[4] vierde kwartaal van { $year }
}
event-where = Waar
event-when = Wanneer
event-who = Wie kan deelnemen
event-online-how = Wie online deelneemt, krijgt de link per e-mail.
event-tlp = Wat u mag delen
event-tlp-what = TLP is het Traffic Light Protocol: een label dat zegt hoe ver informatie mag gaan.
event-seats = Plaatsen
event-closes = Inschrijven kan tot
event-agenda = Programma
agenda-withheld = Een deel onder { $label }
event-ics = In uw agenda zetten (.ics)
event-go = Naar het formulier
seats-on_site = { $left ->
    [0] Ter plaatse: volzet, er is een wachtlijst
    [one] Ter plaatse: nog één plaats vrij
   *[other] Ter plaatse: nog { $left } plaatsen vrij
}
seats-online = { $left ->
    [0] Online: volzet, er is een wachtlijst
    [one] Online: nog één plaats vrij
   *[other] Online: nog { $left } plaatsen vrij
}
seats-on_site-free = Ter plaatse: plaats voor iedereen
seats-online-free = Online: plaats voor iedereen
window-open-title = Schrijf u in
window-full-title = Schrijf u in op de wachtlijst
window-full = Alle plaatsen zijn bezet. Vul het formulier in om op de wachtlijst te komen. Komt er een plaats vrij, dan krijgt de eerste in de rij ze vanzelf, en sturen we een e-mail.
window-not_yet-title = Inschrijven kan nog niet
window-not_yet = Inschrijven kan vanaf { $at }. Kom dan terug naar deze pagina.
window-closed-title = De inschrijvingen zijn afgesloten
window-closed = Inschrijven kon tot { $at }. Bent u al ingeschreven? Gebruik dan de link in uw e-mail. Wilt u toch nog deelnemen? Schrijf naar { $contact }.
window-past-title = Dit evenement is voorbij
window-past = U kunt zich niet meer inschrijven.
window-called_off-title = Dit evenement is afgelast
window-called_off = Wie ingeschreven was, kreeg een e-mail. U hoeft niets te doen.
window-approval-title = Vraag een plaats
window-approval = De organisatoren bekijken elke aanvraag en antwoorden per e-mail.
window-members-title = Inschrijven kan alleen op uitnodiging
window-members = Hebt u een uitnodiging gekregen? Gebruik dan de link in die e-mail. Hebt u een vraag? Schrijf naar { $contact }.
events-see = Komende evenementen bekijken

# The form
form-intro = Het formulier telt één pagina en duurt ongeveer een halve minuut. Alle velden zijn verplicht.
form-name = Volledige naam
form-name-why = Zodat het onthaal uw naam terugvindt.
form-email = E-mailadres van het werk
form-email-why = We sturen er de bevestiging en de uitnodiging voor uw agenda heen.
form-organisation = Organisatie
form-organisation-why = De naam van uw bedrijf, school of overheidsdienst. Zo verdelen we de plaatsen eerlijk.
form-sector = In welke sector werkt u?
form-sector-why = Voor de statistieken, en om de plaatsen over de sectoren te verdelen.
form-mode = Hoe wilt u deelnemen?
form-mode-why = U kunt dit later nog veranderen.
form-language = Taal van onze e-mails
form-trap = Laat dit veld leeg
form-send = Inschrijven voor dit evenement
form-send-waiting = Inschrijven op de wachtlijst
form-after = Daarna krijgt u een e-mail met een link. Pas als u bevestigt, bent u ingeschreven.
form-after-waiting = Daarna krijgt u een e-mail met een link. Pas als u bevestigt, staat u op de wachtlijst.
form-privacy = We gebruiken uw gegevens alleen voor dit evenement en wissen ze { $days } dagen erna.
form-privacy-link = Lees hoe we met uw gegevens omgaan
sector-hint-private = Bedrijven en zelfstandigen
sector-hint-academic = Onderwijs en onderzoek
sector-hint-public = Overheden en hun diensten

# After the form
answer-title = U bent nog niet ingeschreven
answer-check = Kijk in uw mailbox. We hebben een e-mail gestuurd naar:
answer-steps = Wat u nu doet
answer-step-open = Open de e-mail van { $sender } en klik op de link.
answer-step-confirm = Klik op de pagina die opengaat op de knop om te bevestigen.
answer-step-then = U ziet dan meteen of u een plaats hebt of op de wachtlijst staat.
answer-until = De link werkt { $hours } uur.
answer-none-title = Geen e-mail gekregen?
answer-none = Wacht een paar minuten en kijk ook in de map met ongewenste e-mail. Klopt het adres hierboven niet? Vul het formulier dan opnieuw in.
answer-change = Adres veranderen

# The personal page
personal-title = Uw inschrijving
personal-pending-title = Nog één klik: bevestig uw inschrijving
personal-pending = U bent nog niet ingeschreven. Kijk na of dit klopt en bevestig. Dan ziet u meteen of u een plaats hebt of op de wachtlijst staat.
personal-awaiting_approval-title = Uw aanvraag is binnen
personal-awaiting_approval = De organisatoren bekijken uw aanvraag en antwoorden per e-mail. U hoeft nu niets te doen.
personal-confirmed-title = U hebt een plaats
personal-confirmed = We hebben u een e-mail gestuurd met de uitnodiging voor uw agenda. Kunt u niet komen? Schrijf u hieronder uit: dan krijgt iemand anders uw plaats. Weigeren in uw agenda volstaat niet.
personal-waitlisted-title = U bent nummer { $place } op de wachtlijst
personal-waitlisted = { $ahead ->
    [0] Niemand wacht vóór u.
    [one] Eén persoon wacht vóór u.
   *[other] { $ahead } mensen wachten vóór u.
} Komt er een plaats voor u vrij, dan krijgt u ze vanzelf, tot het begin van het evenement. We sturen u dan een e-mail met de uitnodiging. U hoeft niets te doen.
personal-withdrawn-title = U bent uitgeschreven
personal-withdrawn = U bent niet meer ingeschreven voor dit evenement. Wilt u toch deelnemen? Vul dan het formulier opnieuw in.
personal-withdrawn-reply = U bent niet meer ingeschreven voor dit evenement. Wilt u toch deelnemen? Antwoord op onze e-mail.
personal-fell-title = Uw plaats is vrijgegeven
personal-rejected-title = Uw aanvraag is niet aanvaard
personal-rejected = U kunt niet deelnemen aan dit evenement. Hebt u een vraag? Antwoord op onze e-mail.
personal-cancelled-title = Het evenement is afgelast
personal-cancelled = Uw inschrijving vervalt. U hoeft niets te doen. Stond het evenement in uw agenda, dan halen we het eruit.
personal-expired-title = De link werkt niet meer
personal-expired = U hebt niet binnen { $hours } uur bevestigd, daarom bent u niet ingeschreven. Vul het formulier opnieuw in.
personal-expired-reply = U hebt niet binnen { $hours } uur bevestigd, daarom bent u niet ingeschreven. Wilt u toch deelnemen? Antwoord op onze e-mail.
personal-past = U kunt hier uw gegevens nog ophalen of wissen.
personal-reason = Waarom?
personal-details = Uw gegevens
personal-name = Naam
personal-email = E-mailadres
personal-sector = Sector
personal-mode = Deelname
personal-language = Taal van de e-mails
personal-reference = Kenmerk
personal-confirm = Mijn inschrijving bevestigen
personal-not-you = Hebt u zich niet ingeschreven? Doe dan niets. Na { $hours } uur vervalt de aanvraag.
personal-pass = Uw pas
personal-pass-what = Toon deze code aan de ingang, op uw scherm of op papier. Hij toont alleen wie u bent en opent niets.
personal-pass-label = Code om te scannen
personal-pass-typed = Lukt scannen niet, noem dan deze twaalf tekens:
personal-keep = Bewaar deze pagina: hier kunt u uw inschrijving altijd bekijken en veranderen.
personal-ics = Uitnodiging downloaden (.ics)
personal-join = Online deelnemen
personal-again = Opnieuw inschrijven
personal-change-title = Wat wilt u doen?
personal-correct = Mijn gegevens verbeteren
personal-correct-email = Uw e-mailadres kunt u niet veranderen. Schrijf u met het nieuwe adres in en schrijf u hier uit.
personal-save = Verbeteringen bewaren
personal-switch-online = Toch online deelnemen
personal-switch-on_site = Toch ter plaatse deelnemen
personal-switch = Is daar een plaats vrij, dan krijgt u ze en geeft u uw huidige plaats op. Is er geen vrij, dan verandert er niets.
personal-switch-send = Ja, wijzig mijn deelname
personal-withdraw = Mij uitschrijven
personal-withdraw-confirmed = U geeft uw plaats vrij. Staan er mensen op de wachtlijst, dan krijgt een van hen ze meteen en kunt u ze niet terugnemen.
personal-withdraw-waitlisted = U verlaat de wachtlijst. Schrijft u zich later opnieuw in, dan begint u achteraan.
personal-withdraw-awaiting_approval = We behandelen uw aanvraag dan niet verder.
personal-withdraw-send = Ja, schrijf mij uit
personal-data = Mijn gegevens ophalen
personal-data-what = Een bestand (JSON) met alles wat we over u bewaren.
personal-data-link = Bestand downloaden
personal-erase = Mijn gegevens wissen
personal-erase-sure = We wissen uw naam, e-mailadres en organisatie. U staat uw plaats af en deze pagina verdwijnt. Dit kan niet ongedaan worden gemaakt.
personal-erase-send = Ja, wis mijn gegevens
personal-history = Wat er gebeurde
personal-done-saved = Uw gegevens zijn bewaard.
personal-done-switched = Uw manier van deelnemen is gewijzigd. We hebben u een e-mail gestuurd.
personal-done-withdrawn = We hebben u een e-mail gestuurd. Stond het evenement in uw agenda, dan haalt die het eruit.
personal-switch-refused = Daar is nu geen plaats vrij. U houdt de plaats die u hebt.
erased-title = Uw gegevens zijn gewist
erased-text = We bewaren uw naam, e-mailadres en organisatie niet meer. Had u een plaats, dan is die vrij voor iemand anders. U krijgt geen e-mails meer over dit evenement.

# What went wrong
fault-reference = Vermeld dit kenmerk als u ons schrijft:
fault-home = Naar de komende evenementen
fault-bad_request-title = Deze aanvraag klopt niet
fault-bad_request = Onze server begreep niet wat uw browser stuurde. Ga terug, laad de pagina opnieuw en probeer het nog eens.
fault-forbidden-title = Hier hebt u geen toegang
fault-forbidden = Uw rechten volstaan niet voor deze pagina. Vraag toegang aan een beheerder.
fault-not_found-title = Deze pagina bestaat niet
fault-not_found = Misschien is de link onvolledig, of bestaat de inschrijving of uitnodiging niet meer. Kopieer de hele link uit uw e-mail, of begin bij de komende evenementen.
fault-wrong_method-title = Zo werkt deze pagina niet
fault-wrong_method = Deze pagina kunt u niet rechtstreeks openen. Open de link uit uw e-mail of begin bij de komende evenementen.
fault-too_slow-title = Dit duurde te lang
fault-too_slow = Uw browser kon het formulier niet op tijd helemaal versturen. Ga terug en verstuur het opnieuw; een stabielere verbinding kan helpen.
fault-conflict-title = Intussen is er iets veranderd
fault-conflict = Uw keuze past niet meer bij de stand van zaken. Laad de pagina opnieuw en kijk wat nu geldt.
fault-ask_organisers-title = Alleen de organisatoren kunnen dit wijzigen
fault-ask_organisers = U hebt een plaats, en die is van uw organisatie. Wilt u uw organisatie wijzigen, schrijf dan naar de organisatoren: beantwoord de e-mail met uw uitnodiging. U houdt uw plaats.
fault-gone-title = Deze link werkt niet meer
fault-gone = De inschrijving achter deze link is gewist of verlopen. U kunt zich opnieuw inschrijven zolang de inschrijvingen open zijn.
fault-too_large-title = Dat is te veel tekst
fault-too_large = Wat u stuurde is te groot voor dit formulier. Ga terug en maak het korter.
fault-form_expired-title = Het formulier stond te lang open
fault-form_expired = Voor uw veiligheid geldt een formulier maar een tijdje. Er is niets verstuurd. Open de pagina opnieuw en vul het nog eens in.
fault-too_many-title = Even geduld
fault-internal-title = Er liep iets mis bij ons
fault-internal = Dit ligt niet aan u. Probeer het over een paar minuten opnieuw. Blijft het misgaan? Schrijf ons met het kenmerk hieronder.
fault-unavailable-title = Het is erg druk
fault-unavailable = We kunnen uw aanvraag nu niet verwerken en er is niets bewaard. Wacht een minuut en stuur het formulier opnieuw.
fault-too_many = { $seconds ->
    [one] Van uw netwerk kwamen veel aanvragen tegelijk. Wacht één seconde en probeer het opnieuw.
   *[other] Van uw netwerk kwamen veel aanvragen tegelijk. Wacht { $seconds } seconden en probeer het opnieuw.
}

# Privacy notice (GDPR art. 13)
privacy-title = Uw gegevens
privacy-lead = Kort: we vragen vijf of zes dingen, gebruiken ze alleen voor het evenement, geven ze aan niemand door en wissen ze { $days } dagen erna. We plaatsen geen cookies en volgen u niet.
privacy-controller-title = Wie is verantwoordelijk?
privacy-controller = { $controller }, { $address }. Vragen over dit evenement of deze dienst: { $contact }. Onze functionaris voor gegevensbescherming (DPO) bereikt u via { $dpo }.
privacy-what-title = Welke gegevens, en waarvoor?
privacy-what = Naam, e-mailadres van het werk, organisatie, sector, manier van deelnemen en taal. Daarmee schrijven we u in, verdelen we de plaatsen, sturen we u de e-mails over het evenement en houden we bij wie aanwezig was. We vragen geen telefoonnummer, geboortedatum of rijksregisternummer. Hebben de organisatoren u uitgenodigd, dan hadden ze uw naam en adres van u of van uw organisatie; we wissen die op hetzelfde moment, ook als u niet antwoordt.
privacy-basis-title = Op welke grond?
privacy-basis = We voeren een taak van algemeen belang uit: bedrijven, scholen en overheden informeren over cyberdreigingen. Dat is artikel 6, lid 1, e) van de Algemene Verordening Gegevensbescherming (AVG). Zonder deze gegevens kunnen we u niet inschrijven.
privacy-who-title = Wie ziet ze?
privacy-who = Alleen de medewerkers die dit evenement organiseren en het onthaal op de dag zelf. Andere deelnemers zien niet wie ingeschreven is. We verkopen niets, geven niets door buiten de Europese Unie en nemen geen automatische beslissingen over u, behalve de volgorde van de plaatsen.
privacy-long-title = Hoelang bewaren we ze?
privacy-long = Tot { $days } dagen na het evenement. Dan wissen we namen, adressen en e-mails. We houden alleen aantallen over, zonder namen. Bevestigt u uw adres niet, dan wissen we uw gegevens op hetzelfde moment. Wat uw agenda antwoordt en wat u ons schrijft, verdwijnt met uw inschrijving, of { $days } dagen nadat het ons bereikte. Dat een adres geen berichten wil of dat mails naar dat adres terugkomen, bewaren we zonder het adres zelf.
privacy-rights-title = Wat kunt u doen?
privacy-rights = Via de link in uw e-mail kunt u uw gegevens bekijken, ophalen, verbeteren en wissen. U kunt ook bezwaar maken of vragen het gebruik te beperken: schrijf naar { $dpo }. We antwoorden binnen een maand.
privacy-complaint-title = Niet tevreden?
privacy-complaint = U kunt een klacht indienen bij de Gegevensbeschermingsautoriteit (GBA), Drukpersstraat 35, 1000 Brussel, contact@apd-gba.be.

# Accessibility statement (law of 19 July 2018)
access-title = Toegankelijkheids­verklaring
access-lead = Iedereen moet zich hier kunnen inschrijven: met het toetsenbord, met een schermlezer, met grote letters, op een klein scherm en zonder scripts.
access-status-title = Stand van zaken
access-status = Deze verklaring volgt de wet van 19 juli 2018 over de toegankelijkheid van websites van overheidsinstanties. We bouwen deze pagina’s volgens de norm EN 301 549 en WCAG 2.2, niveau AA. We kennen geen onderdelen die niet voldoen.
access-how-title = Hoe we dit nagingen
access-how = De makers controleerden de pagina’s zelf, het laatst op { $date }: opbouw, contrast, bediening met het toetsenbord, vergroting tot 400 %. Er was nog geen controle door een externe partij.
access-contact-title = Lukt iets niet?
access-contact = Schrijf naar { $contact } en zeg op welke pagina en met welk hulpmiddel. We antwoorden binnen vijf werkdagen, en schrijven u als het moet zelf in.
access-complaint-title = Niet tevreden met ons antwoord?
access-complaint = U kunt terecht bij de federale Ombudsman, Leuvenseweg 48 bus 6, 1000 Brussel, contact@federaalombudsman.be.

# Where organisers decide
form-send-ask = Plaats aanvragen
form-after-ask = Daarna krijgt u een e-mail om uw adres te bevestigen. De organisatoren antwoorden u dan.
personal-ask-title = Nog één klik: bevestig uw aanvraag
personal-ask = Uw aanvraag is nog niet verstuurd. Kijk na of dit klopt en bevestig. De organisatoren bekijken dan uw aanvraag en antwoorden per e-mail.
personal-ask-confirm = Mijn aanvraag bevestigen
answer-step-ask = De organisatoren bekijken dan uw aanvraag en antwoorden per e-mail.

# The page of a personal invitation
invitation-eyebrow = Uw uitnodiging
invitation-title = U bent uitgenodigd
invitation-lead = Kijk uw gegevens na en bevestig. U ziet dan meteen of u een plaats hebt of op de wachtlijst staat. U kunt antwoorden tot { $before }.
invitation-see = Bekijk wat is ingevuld
invitation-form-title = Aanvaard de uitnodiging
invitation-email-why = De uitnodiging geldt alleen voor dit adres. U kunt het hier dus niet wijzigen.
invitation-email-other = Deze uitnodiging geldt alleen voor { $email }. Iemand anders heeft een eigen uitnodiging nodig; vraag die aan de organisatoren.
invitation-accept = Aanvaarden en inschrijven
invitation-accept-waiting = Aanvaarden en op de wachtlijst komen
invitation-not-you = Is dit niet uw adres? Dan stuurde iemand deze uitnodiging naar u door, en ze kan niet voor iemand anders dienen. Vraag gerust een eigen uitnodiging: { $contact }.
invitation-decline-title = Kunt u niet komen?
invitation-decline-text = Laat het ons weten, dan schrijven we u hierover niet opnieuw. U kunt van gedachten veranderen zolang de inschrijvingen open zijn.
invitation-decline-send = De uitnodiging afslaan
invitation-declined-title = U hebt de uitnodiging afgeslagen
invitation-declined = Bedankt om het ons te laten weten. We sturen u geen herinnering.
invitation-declined-open = Bent u van gedachten veranderd? U kunt hieronder nog aanvaarden tot { $before }.
invitation-registered = De link naar uw eigen pagina staat in de e-mail die we naar { $email } stuurden. Daar kunt u uw gegevens wijzigen of u uitschrijven.
invitation-again = Wilt u toch deelnemen? U kunt de uitnodiging hieronder opnieuw aanvaarden.
invitation-back = Terug naar de uitnodiging
invitation-about = Waarover het gaat

# An event’s page before it is public.
event-preview = Voorbeeld: zo zien bezoekers deze pagina zodra het evenement gepubliceerd is. Het formulier verstuurt hier niets.
event-preview-back = Terug naar het evenement
