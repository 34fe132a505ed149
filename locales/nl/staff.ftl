# Texts of the staff pages: keys start with `staff-`.

staff-area = Voor organisatoren
staff-nav = Onderdelen
staff-nav-events = Evenementen
staff-nav-figures = Cijfers
staff-nav-mails = Mails
staff-crumbs = U bent hier
staff-sign-in = Aanmelden
staff-sign-out = Afmelden
staff-email = E-mailadres
staff-password = Wachtwoord
staff-forgot = Wachtwoord vergeten? Vraag het de beheerder.

# Words used on several pages.
staff-event = Evenement
staff-when = Wanneer
staff-status = Status
staff-seats = Plaatsen
staff-mode = Deelname
staff-name = Naam
staff-organisation = Organisatie
staff-sector = Sector
staff-language = Taal
staff-platform = Platform
staff-edition = Kwartaal
staff-reference = Kenmerk
staff-presence = Aanwezigheid
staff-present = Aanwezig
staff-not-present = Niet als aanwezig aangeduid
staff-erased = Gewist op verzoek van de persoon
staff-action = Wat te doen
staff-all = Alle
staff-choose = Kies
staff-why = Waarom
staff-reason = Reden
staff-save = Bewaren
staff-back = Terug zonder te bewaren
staff-show = Tonen
staff-total = Totaal
staff-label-value = { $label }: { $value }
staff-given-of = { $n ->
   *[other] { $given } van { $capacity } plaatsen bezet
}
staff-given-n = { $n ->
    [one] 1 plaats bezet
   *[other] { $n } plaatsen bezet
}
staff-search = Zoek op naam, organisatie, e-mailadres of kenmerk
staff-search-go = Zoeken
staff-nobody = Niemand gevonden.
staff-first-page = Eerste pagina
staff-next-page = Volgende pagina

# The list of events.
staff-new-event = Nieuw evenement
staff-upcoming = Komend
staff-past = Voorbij
staff-no-upcoming = Er zijn geen komende evenementen.
staff-no-past = Er zijn geen voorbije evenementen.
staff-more-past = Alle voorbije evenementen tonen
staff-n-waiting = { $n ->
    [one] 1 wachtende
   *[other] { $n } wachtenden
}

# One event.
staff-facts = Tijd en plaats
staff-given = Toegekend
staff-capacity = Plaatsen in totaal
staff-left = Vrij
staff-waiting = Wachtend
staff-count-pending = Nog niet ingeschreven
staff-count-awaiting_approval = Wacht op antwoord
staff-count-confirmed = Ingeschreven
staff-count-waitlisted = Op de wachtlijst
staff-count-withdrawn = Uitgeschreven
staff-count-rejected = Niet aanvaard
staff-count-cancelled = Evenement afgelast
staff-count-expired = Niet op tijd bevestigd
staff-count-present = Aanwezig
staff-unlimited = Onbeperkt
staff-organisation-max = { $n ->
    [one] Hoogstens 1 plaats per organisatie
   *[other] Hoogstens { $n } plaatsen per organisatie
}
staff-release = Ongebruikte quota zijn voor elke sector open vanaf { $at }.
staff-format = Vorm
staff-venue = Plaats
staff-join-link = Link om online deel te nemen
staff-opens = Inschrijving opent
staff-closes = Inschrijving sluit
staff-call-off-reason = Waarom het is afgelast
staff-change = Wijzigen
staff-check-in = Aanwezigheid aanduiden
staff-registrations = Inschrijvingen
staff-public-page = Openbare pagina
staff-is-draft = Dit evenement is een ontwerp: buitenstaanders zien het niet
staff-gaps = Vul dit aan voor het kan worden gepubliceerd:
staff-publish-what = Alles is er in de vier talen. Na publicatie ziet iedereen het en kan men zich inschrijven.
staff-publish = Publiceren
staff-gap-in = { $what }: ontbreekt in het { $language ->
    [nl] Nederlands
    [fr] Frans
    [de] Duits
   *[en] Engels
}
staff-gap-all = { $what }: ontbreekt of klopt niet
staff-gap-title = Titel
staff-gap-summary = Samenvatting
staff-gap-venue = Plaats
staff-gap-agenda = Programma
staff-gap-capacity = Plaatsen in de zaal
staff-gap-join-link = Link om online deel te nemen
staff-gap-schedule = Tijd

# Forms of an event.
staff-edit-texts = Teksten bewerken
staff-edit-texts-what = Tekstwijzigingen zijn meteen te zien. Niemand krijgt er een mail over.
staff-new-event-what = Het evenement begint als ontwerp. Webadres, begin, einde en sluiting van de inschrijving zijn meteen nodig; al het andere mag leeg blijven tot de publicatie.
staff-which-event = Welk evenement
staff-slug = Webadres
staff-slug-hint = 2 tot 60 kleine letters, cijfers en streepjes, zoals qctr-2026-q4. Het verandert nooit.
staff-edition-hint = Het kwartaal waarover het gaat, zoals 2026-Q4.
staff-follows = Volgt op
staff-follows-none = Geen evenement
staff-create = Ontwerp aanmaken
staff-title = Titel
staff-in-language = { $what } ({ $language })
staff-summary = Samenvatting
staff-summary-hint = Alinea’s, met een lege regel ertussen; hoogstens 4.000 tekens.
staff-tlp = Traffic Light Protocol
staff-tlp-label = Hoever de inhoud mag worden gedeeld
staff-agenda-item = Programma, punt { $n }
staff-agenda-hint = Een punt dat u leegmaakt, verdwijnt. Bewaar om meer lege punten te krijgen.
staff-agenda-at = Van
staff-agenda-speaker = Spreker (facultatief)
staff-reschedule = Tijd of plaats wijzigen
staff-reschedule-what = { $n ->
    [0] Er hoeft nog niemand te worden verwittigd.
    [one] Eén persoon krijgt een mail met wat er verandert, en de agenda volgt.
   *[other] { $n } mensen krijgen een mail met wat er verandert, en hun agenda’s volgen. Wie in de eigen taal geen verschil leest, krijgt geen e-mail.
} De tijden in het programma schuiven niet mee: pas ze aan bij “Teksten bewerken”.
staff-reschedule-do = { $n ->
    [0] Bewaren
    [one] Bewaren en één persoon verwittigen
   *[other] Bewaren en { $n } mensen verwittigen
}
staff-time = Tijd
staff-time-hint = Brusselse tijd.
staff-now = Nu: { $at }
staff-starts = Begin
staff-ends = Einde
staff-opens-hint = Leeg: zodra het is gepubliceerd.
staff-way = Hoe men deelneemt
staff-join-link-hint = Begint met https://. Alleen wie een onlineplaats heeft, ziet hem.
staff-venue-hint = Naam en adres op één regel. Leeg voor een evenement dat alleen online is.
staff-change-seats = Plaatsen wijzigen
staff-change-seats-what = Niemand verliest een plaats. Wie wacht, schuift meteen door als er een plaats vrijkomt, en krijgt een mail.
staff-seats-on-site = Plaatsen in de zaal
staff-seats-online = Plaatsen online
staff-seats-hint = Een leeg veld betekent: geen beperking. Alleen voor de zaal is altijd een aantal plaatsen nodig.
staff-quota-private = Hoogstens voor de privésector
staff-quota-academic = Hoogstens voor de academische sector
staff-quota-public = Hoogstens voor de publieke sector
staff-max-organisation = Hoogstens voor één organisatie
staff-release-legend = Wanneer ongebruikte quota vrijkomen
staff-release-at = Dag en uur
staff-release-hint = Vanaf dan kan elke sector de resterende plaatsen krijgen. Leeg: nooit.
staff-call-off = Afgelasten
staff-call-off-what = { $n ->
    [0] “{ $title }” wordt definitief afgelast. Er hoeft niemand te worden verwittigd.
    [one] “{ $title }” wordt definitief afgelast. Eén persoon krijgt een mail en het evenement verdwijnt uit de agenda.
   *[other] “{ $title }” wordt definitief afgelast. { $n } mensen krijgen een mail en het evenement verdwijnt uit hun agenda’s.
}
staff-call-off-reason-hint = Facultatief, één regel, hoogstens 200 tekens. Deelnemers lezen dit in de e-mail, iedereen zoals u het typt: kies de taal, of schrijf het in meer dan één.
staff-call-off-do = Evenement definitief afgelasten
staff-keep-event = Evenement behouden

# People.
staff-export = Lijst als CSV-bestand
staff-enter = Persoon inschrijven
staff-enter-what = Het adres geldt als bevestigd. De persoon krijgt meteen een plaats of een plek op de wachtlijst, en een mail daarover.
staff-enter-do = Deze persoon inschrijven
staff-person = Persoon
staff-place = Nummer { $n } op de wachtlijst.
staff-reason-organisation-full = De organisatie heeft al { $limit ->
    [one] de ene plaats die ze kan krijgen.
   *[other] de { $limit } plaatsen die ze kan krijgen.
}
staff-reason-seat-freed = Er kwam een plaats vrij en deze persoon was aan de beurt.
staff-reason-own-wish = De persoon heeft erom gevraagd.
staff-reason-erased = De persoon heeft de eigen gegevens gewist.
staff-registered-at = Ingeschreven op
staff-history = Wat er gebeurde
staff-actor-person = De persoon
staff-actor-system = Automatisch
staff-actor-user = Medewerker
staff-actor-token = Een programma
staff-cause-registered = Formulier ingevuld
staff-cause-repeated = Formulier opnieuw ingevuld, niets veranderd
staff-cause-repeated_soon = Formulier opnieuw ingevuld, niets veranderd
staff-cause-proved = Adres bevestigd
staff-cause-entered-by-staff = Met de hand ingeschreven
staff-cause-promoted = Doorgeschoven van de wachtlijst
staff-cause-withdrew = Uitgeschreven
staff-cause-withdrawn-by-staff = Uitgeschreven door een medewerker
staff-cause-switched-mode = Andere manier van deelnemen
staff-cause-corrected = Gegevens verbeterd
staff-cause-event-changed = Verwittigd van nieuwe tijd of plaats
staff-cause-event-called-off = Evenement afgelast
staff-cause-proof-lapsed = Adres niet op tijd bevestigd
staff-cause-erased = Gegevens gewist
staff-cause-reminded = Herinnering verstuurd
staff-withdraw = Deze inschrijving intrekken
staff-withdraw-what = { $name } verliest de plaats of de plek op de wachtlijst en krijgt een mail. Een plaats die vrijkomt, gaat naar wie als volgende aan de beurt is.
staff-withdraw-reason-hint = Eén regel, hoogstens 200 tekens. De persoon leest dit in de e-mail en op de eigen pagina, zoals u het typt: schrijf het in de taal van de persoon.
staff-withdraw-do = Intrekken

# The door.
staff-who = Wie is er?
staff-check-in-how = Typ de eerste letters van een naam. Blijft er één persoon over, dan duidt Enter die aan als aanwezig.
staff-mark = Aanwezig
staff-is-here = is aangeduid als aanwezig.
staff-undo = Ongedaan maken
staff-standing = { $present } aanwezig, { $expected } verwacht
staff-early = Dit evenement vindt plaats op { $day }. Duid nu alleen mensen aan om deze pagina uit te proberen, en maak dat daarna ongedaan: wie is aangeduid, telt als aanwezig.
staff-door-list = Alle namen, om af te drukken
staff-door-list-back = Terug naar het aanduiden van aanwezigheid
staff-more-people = De eerste { $n } namen worden getoond. Zoekt u iemand anders, typ dan een deel van de naam en druk op Enter.
staff-found = { $n ->
    [one] 1 persoon
   *[other] { $n } personen
}
staff-found-none = Niemand op deze pagina; druk op Enter om overal te zoeken.
staff-found-here = { $n ->
    [one] 1 persoon op deze pagina; druk op Enter om overal te zoeken.
   *[other] { $n } personen op deze pagina; druk op Enter om overal te zoeken.
}

# The mail room.
staff-mail = Mail
staff-mail-status-queued = Te verzenden
staff-mail-status-sent = Verzonden
staff-mail-status-failed = Niet bezorgd
staff-mail-status-aborted = Niet meer nodig
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
staff-no-mails = Hier zijn geen mails.
staff-mails-cut = De nieuwste { $n } worden getoond.

# Figures.
staff-attendance = Opkomst
staff-all-figures = Alle cijfers
staff-all-platforms = Alle platformen
staff-from = Van kwartaal
staff-to = Tot en met kwartaal
staff-by = Opsplitsen volgens
staff-download-csv = Download als CSV
staff-download-json = Download als JSON
staff-no-figures = Er zijn geen inschrijvingen in deze periode.
staff-dimension-sector = Sector
staff-dimension-platform = Platform
staff-dimension-edition = Kwartaal
staff-dimension-mode = Deelname
staff-dimension-language = Taal
staff-dimension-event = Evenement
staff-measure-registered = Ingeschreven
staff-measure-confirmed = Had een plaats
staff-measure-attended = Aanwezig
staff-measure-no_show = Niet gekomen
staff-chart-sectors = Aanwezig, per sector
staff-chart-editions = Aanwezig, per kwartaal
staff-chart-population = { $n ->
    [one] Eén inschrijving met bewijs van aanwezigheid. Wie op twee evenementen was, telt twee keer.
   *[other] { $n } inschrijvingen met bewijs van aanwezigheid. Wie op twee evenementen was, telt twee keer.
}
staff-measures-what = Ingeschreven: adres bevestigd of door medewerkers ingeschreven. Had een plaats: op het einde. Aanwezig: er is een bewijs van aanwezigheid, met of zonder plaats. Niet gekomen: had een plaats op een voorbij evenement, zonder bewijs van aanwezigheid. Afgelaste evenementen tellen niet mee.

# What was just done.
staff-done-ended = Uw aanmelding is verlopen. Meld u opnieuw aan.
staff-done-signed-out = U bent afgemeld.
staff-done-created = Het ontwerp is aangemaakt.
staff-done-saved = De teksten zijn bewaard.
staff-done-published = Het evenement is gepubliceerd.
staff-done-rescheduled = { $n ->
    [0] Bewaard. Er hoefde niemand te worden verwittigd.
    [one] Bewaard. Eén persoon krijgt een mail.
   *[other] Bewaard. { $n } mensen krijgen een mail.
}
staff-done-called-off = { $n ->
    [0] Het evenement is afgelast.
    [one] Het evenement is afgelast. Eén inschrijving vervalt.
   *[other] Het evenement is afgelast. { $n } inschrijvingen vervallen.
}
staff-done-seats = { $n ->
    [0] De plaatsen zijn gewijzigd.
    [one] De plaatsen zijn gewijzigd. Eén persoon is doorgeschoven van de wachtlijst.
   *[other] De plaatsen zijn gewijzigd. { $n } mensen zijn doorgeschoven van de wachtlijst.
}
staff-done-withdrawn = De inschrijving is ingetrokken.
staff-done-existed = Deze persoon was al ingeschreven. Er is niets veranderd.
staff-done-entered-confirmed = De persoon is ingeschreven en heeft een plaats.
staff-done-entered-waitlisted = De persoon is ingeschreven en staat op de wachtlijst.
staff-done-undone = De aanduiding is ongedaan gemaakt.
staff-done-retried = De mail wordt nu opnieuw geprobeerd.
staff-done-aborted = De mail is opgegeven.
staff-done-nothing = Er is niets gewijzigd: de mail heeft intussen een andere status.

# What is wrong, and what to do.
staff-fault-sign-in = Controleer uw e-mailadres en wachtwoord: ze horen niet bij elkaar, of u hebt geen toegang meer.
staff-page-fault-not_found = Misschien is de link onvolledig, of hebt u er geen toegang toe. Begin bij de evenementen.
staff-page-fault-wrong_method = Deze pagina kunt u niet rechtstreeks openen. Begin bij de evenementen.
staff-page-fault-home = Naar de evenementen
staff-fault-stale = Iemand anders heeft dit evenement intussen gewijzigd. Noteer wat u typte, open het evenement opnieuw en wijzig het daar.
staff-fault-taken = Kies iets anders: dit is al in gebruik.
staff-fault-mode = Kies een manier van deelnemen die het evenement aanbiedt.
staff-fault-not-open = Er kan niemand worden ingeschreven: het evenement is een ontwerp, voorbij of afgelast.
staff-fault-wrong-state = Dit kan niet. De status van de inschrijving is “{ $state }”.
staff-fault-event-called_off = Het evenement is afgelast: het kan niet meer worden gewijzigd.
staff-fault-event-past = Het evenement is voorbij: dit kan niet meer worden gewijzigd.
staff-fault-event-mode_in_use = Er zijn mensen die deelnemen of wachten op een manier die de nieuwe vorm niet meer aanbiedt. Behoud die manier.
staff-fault-event-draft = Het evenement is een ontwerp. Publiceer het eerst.
staff-fault-starts-at = Geef een begin in de toekomst op.
staff-fault-ends-at = Geef een einde na het begin op.
staff-fault-closes-at = De inschrijving moet sluiten voor het evenement eindigt.
staff-fault-opens-at = De inschrijving moet openen voor ze sluit.
staff-fault-join-link = Geef een volledige link op die begint met https://, voor een evenement dat ook online plaatsvindt.
staff-fault-below-taken = { $taken ->
    [one] { $asked } is te weinig: er is 1 plaats toegekend. Geef 1 of meer op.
   *[other] { $asked } is te weinig: er zijn { $taken } plaatsen toegekend. Geef { $taken } of meer op.
}
staff-fault-below-quota = { $asked } is te weinig voor “{ $sector }”: { $taken } toegekend. Geef { $taken } of meer op.
staff-fault-choose = Kies een van de antwoorden.
staff-fault-slug = Gebruik 2 tot 60 kleine letters, cijfers en streepjes, zonder streepje vooraan of achteraan.
staff-fault-edition = Geef een kwartaal op zoals 2026-Q4.
staff-fault-time = Geef een uur op zoals 14:00.
staff-fault-moment = Geef een geldige dag en een geldig uur op (jaren 2000 tot 2999), bijvoorbeeld 2026-12-10 14:00.
staff-fault-number = Geef een geheel getal van 0 tot 1.000.000 op, of niets.

## What is wrong with what staff typed about somebody else
staff-error-name-empty = Vul de volledige naam in.
staff-error-name-control_character = Typ de naam opnieuw: er staat een verborgen teken of een regeleinde in.
staff-error-email-empty = Vul het e-mailadres van het werk in.
staff-error-organisation-empty = Vul de naam van de organisatie in.
staff-error-organisation-too_long = Vul een kortere naam van de organisatie in, hoogstens 160 tekens.
staff-error-organisation-control_character = Typ de naam van de organisatie opnieuw: er staat een verborgen teken of een regeleinde in.
staff-error-organisation-no_letter = Vul een naam van de organisatie in met minstens één letter of cijfer.
staff-error-sector-missing = Kies een sector.

## The journal
staff-nav-journal = Logboek
staff-journal-what = Wie wat deed, waaraan en wanneer, en wat er daardoor veranderde. Elke regel is verzegeld samen met die ervoor; er staan geen namen van deelnemers in.
staff-journal-search = Evenement, kenmerk, gebruiker of token
staff-journal-search-hint = Bijvoorbeeld qctr-2026-q4 of een e-mailadres van een medewerker.
staff-journal-deed = Handeling
staff-journal-who = Wie
staff-journal-about = Betreft
staff-journal-changes = Wat veranderde
staff-journal-nothing = Niets gevonden.
staff-journal-more = en nog { $n }
staff-actor-operator = De systeembeheerder, op de server
staff-subject-catalogue = Catalogus
staff-subject-person = Een persoon
staff-deed-event_created = Evenement gemaakt
staff-deed-event_edited = Evenement bewerkt
staff-deed-event_published = Evenement gepubliceerd
staff-deed-event_rescheduled = Evenement verplaatst
staff-deed-seats_changed = Plaatsen gewijzigd
staff-deed-event_called_off = Evenement afgelast
staff-deed-registrations_entered = Personen ingeschreven
staff-deed-registration_changed = Inschrijving gewijzigd
staff-deed-registration_withdrawn = Inschrijving ingetrokken
staff-deed-presence_taken_back = Aanwezigheid teruggenomen
staff-deed-registrations_exported = Lijst geëxporteerd
staff-deed-person_exported = Persoonsgegevens uitgereikt
staff-deed-registration_erased = Inschrijving gewist
staff-deed-purged = Bewaartermijn voorbij: gewist
staff-deed-mail_retried = Mail opnieuw geprobeerd
staff-deed-mail_aborted = Mail opgegeven
staff-deed-catalogue_loaded = Catalogus geladen
staff-deed-user_added = Gebruiker toegevoegd
staff-deed-password_set = Wachtwoord ingesteld
staff-deed-role_given = Rol gegeven
staff-deed-role_taken = Rol ontnomen
staff-deed-user_disabled = Gebruiker uitgesloten
staff-deed-user_enabled = Gebruiker weer toegelaten
staff-deed-signed_in = Aangemeld
staff-deed-token_added = Token gemaakt
staff-deed-token_disabled = Token ingetrokken
staff-journal-field-status = Status
staff-journal-field-edition = Kwartaal
staff-journal-field-follows = Volgt op
staff-journal-field-tlp = TLP
staff-journal-field-title = Titel
staff-journal-field-summary = Samenvatting
staff-journal-field-agenda = Programma
staff-journal-field-starts_at = Begin
staff-journal-field-ends_at = Einde
staff-journal-field-opens_at = Inschrijving opent
staff-journal-field-closes_at = Inschrijving sluit
staff-journal-field-format = Vorm
staff-journal-field-venue = Plaats
staff-journal-field-join_link = Link om online deel te nemen
staff-journal-field-seats = Plaatsen
staff-journal-field-reason = Reden
staff-journal-field-told = Personen op de hoogte gebracht
staff-journal-field-count = Aantal
staff-journal-field-registrations = Inschrijvingen
staff-journal-field-changed = Gewijzigd
staff-journal-field-mode = Manier van deelnemen
staff-journal-field-state = Stand
staff-journal-field-proofs = Bewijzen
staff-journal-field-rows = Rijen
staff-journal-field-role = Rol
staff-journal-field-platform = Platform
staff-journal-field-mail = Mail
staff-journal-field-kind = Soort
staff-journal-field-added = Toegevoegd
staff-journal-field-updated = Bijgewerkt

## Where organisers decide
staff-cause-approved = Aanvraag aanvaard
staff-cause-rejected = Niet aanvaard
staff-approve = Aanvaarden
staff-reject = Deze aanvraag niet aanvaarden
staff-reject-what = { $name } krijgt geen plaats, of verliest die, en krijgt een mail met uw reden. Een plaats die vrijkomt, gaat naar wie als volgende aan de beurt is.
staff-reject-do = Niet aanvaarden
staff-done-approved = Aanvaard. De persoon krijgt een mail.
staff-done-rejected = Niet aanvaard. De persoon krijgt een mail met uw reden.
staff-deed-registration_approved = Aanvraag aanvaard
staff-deed-registration_rejected = Niet aanvaard

## Users and tokens
staff-nav-users = Gebruikers
staff-roles = Rollen
staff-role = Rol
staff-everywhere = overal
staff-no-role = Geen rol
staff-role-take = Ontnemen
staff-shut-out = Uitgesloten
staff-let-in = Actief
staff-password-new = Nieuw wachtwoord
staff-user-disable = Uitsluiten
staff-user-enable = Weer toelaten
staff-user-journal = Wat deze gebruiker deed
staff-user-add = Gebruiker of rol toevoegen
staff-user-add-what = Een nieuwe gebruiker krijgt een wachtwoord, dat u één keer ziet. Wie er al is, krijgt de rol erbij.
staff-user-add-do = Toevoegen
staff-tokens = Tokens voor programma’s
staff-tokens-what = Met een token gebruikt een programma de API, met de rechten van één rol.
staff-token-name = Waarvoor het token dient
staff-token-add = Een token maken
staff-token-add-do = Token maken
staff-token-disable = Intrekken
staff-token-off = Ingetrokken
staff-user-made = { $whose } is toegevoegd. Het wachtwoord:
staff-password-made = Het nieuwe wachtwoord van { $whose }:
staff-token-made = Het token “{ $whose }”:
staff-shown-once = Dit ziet u maar één keer. Bezorg het via een veilige weg.
staff-fault-token-name = Zeg waarvoor het token dient: 1 tot 100 tekens op één regel.
staff-fault-token-taken = Er is al een token met die naam. Kies een andere.
staff-done-role-given = De gebruiker heeft de rol nu.
staff-done-role-taken = De gebruiker heeft de rol niet meer.
staff-done-user-disabled = De gebruiker is uitgesloten en afgemeld.
staff-done-user-enabled = De gebruiker kan zich weer aanmelden.
staff-done-token-disabled = Het token opent niets meer.

## One’s own account
staff-account = Uw account
staff-second-factor = Tweede factor
staff-second-factor-none = Bij het aanmelden vragen we alleen uw wachtwoord. Met een tweede factor vragen we ook een code uit een app op uw telefoon.
staff-second-factor-since = Aan sinds { $at }. { $left ->
    [0] Er is geen code voor een verloren telefoon meer.
    [one] Er is nog één code voor een verloren telefoon.
   *[other] Er zijn nog { $left } codes voor een verloren telefoon.
}
staff-second-factor-begin = Een tweede factor instellen
staff-second-factor-set = Aanzetten
staff-second-factor-off = De tweede factor uitzetten
staff-second-factor-on = Met een tweede factor
staff-scan-do = Scan deze QR-code met een authenticator-app op uw telefoon.
staff-scan-label = QR-code met het geheim
staff-scan-type = Of typ dit in de app:
staff-scan-then = Typ de code die de app toont.
staff-code = Code
staff-code-hint = Zes cijfers uit uw app.
staff-code-hint-lost = Zes cijfers uit uw app. Telefoon kwijt? Gebruik een van de codes die u bewaarde, of vraag het de beheerder.
staff-recovery-made = De tweede factor staat aan. Deze codes helpen als uw telefoon kwijt is:
staff-recovery-what = U ziet ze maar één keer. Bewaar ze op een veilige plaats; elke code werkt één keer.
staff-sign-ins = Open sessies
staff-sign-in-since = Aangemeld sinds
staff-sign-in-seen = Laatst gebruikt
staff-sign-in-here = Deze browser
staff-sign-ins-end = Overal elders afmelden
staff-password-change = Het wachtwoord wijzigen
staff-password-present = Huidig wachtwoord
staff-password-next = Nieuw wachtwoord
staff-password-rule = Minstens { $n } tekens. U wordt daarna overal afgemeld.
staff-sign-in-code = Tweede factor
staff-fault-password = Dit is niet uw huidige wachtwoord.
staff-fault-password-short = Het nieuwe wachtwoord heeft minstens { $n } tekens nodig.
staff-fault-code = Deze code is fout of al gebruikt. Wacht op de volgende in uw app. Na tien foute codes op rij nemen we er een kwartier lang geen aan.
staff-fault-code-first = Deze code past niet. De QR-code is nog dezelfde: wacht tot uw app de volgende code toont en typ die. Staat de klok van uw telefoon juist?
staff-done-second-factor-off = De tweede factor staat uit.
staff-done-sign-ins-ended = { $n ->
    [0] U was nergens anders aangemeld.
    [one] Eén sessie is beëindigd.
   *[other] { $n } sessies zijn beëindigd.
}
staff-done-password-changed = Uw wachtwoord is gewijzigd. Meld u aan met het nieuwe.
staff-journal-field-second_factor = Tweede factor
staff-deed-second_factor_set = Tweede factor ingesteld
staff-deed-second_factor_taken = Tweede factor uitgezet

## What needs the reader now
staff-to-do = Te doen
staff-to-do-check-in = { $event } is vandaag om { $at }: aanwezigheden noteren
staff-to-do-requests = { $n ->
    [one] Eén aanvraag wacht op antwoord: { $event }
   *[other] { $n } aanvragen wachten op antwoord: { $event }
}
staff-to-do-dead-letters = { $n ->
    [one] Eén mail kon niet worden bezorgd
   *[other] { $n } mails konden niet worden bezorgd
}
staff-to-do-draft = { $n ->
    [0] Klaar om te publiceren: { $event }, { $at }
    [one] Nog één gegeven ontbreekt voor publicatie: { $event }, { $at }
   *[other] Nog { $n } gegevens ontbreken voor publicatie: { $event }, { $at }
}
staff-to-do-cadence = Nog niets gepland in { $period }: { $platform }
staff-to-do-mandates = { $n ->
    [one] Eén mandaat eindigt binnen 60 dagen: { $platform }
   *[other] { $n } mandaten eindigen binnen 60 dagen: { $platform }
}
staff-copy = Een nieuw evenement zoals dit maken

## Rosters
staff-nav-rosters = Leden
staff-roster = Ledenlijst
staff-rosters-what = Wie op elk platform een mandaat heeft, in welke functie en tot wanneer.
staff-rosters-none = Er zijn geen platformen waarvan u de ledenlijst mag zien.
staff-roster-empty = Er staat nog niemand op deze lijst.
staff-roster-search = Zoeken op naam, organisatie of e-mailadres
staff-function = Functie
staff-mandate = Mandaat
staff-mandates = Mandaten
staff-deputy = Plaatsvervanger
staff-deputy-hint = Een plaatsvervanger springt in voor wie dezelfde functie in dezelfde organisatie uitoefent.
staff-yes = Ja
staff-no = Nee
staff-term = { $start } tot en met { $end }
staff-term-open = sinds { $start }, zonder einddatum
staff-until = tot en met { $day }
staff-no-end = geen einddatum
staff-phase-current = Lopend
staff-phase-ending = Eindigt binnen 60 dagen
staff-phase-to_come = Begint later
staff-phase-ended = Afgelopen
staff-phase-of-current = Lopend
staff-phase-of-ending = Eindigt binnenkort
staff-phase-of-to_come = Begint later
staff-phase-of-ended = Afgelopen
staff-member-add = Iemand toevoegen
staff-member-edit = Mandaat wijzigen
staff-mandate-hint = Wie van organisatie verandert, krijgt een nieuw mandaat: beëindig het oude en voeg het nieuwe toe.
staff-mandate-start = Eerste dag
staff-mandate-end = Laatste dag (facultatief)
staff-mandate-end-hint = Die dag hoort nog bij het mandaat. Leeg: zonder einddatum.
staff-mandate-last-day = Laatste dag van het mandaat
staff-mandate-last-day-hint = Die dag hoort er nog bij. Daarna kan de persoon niet meer als lid inschrijven.
staff-member-entered = Ingevoerd op
staff-member-changed = Laatst gewijzigd op
staff-member-end = Mandaat beëindigen
staff-member-end-what = { $name }, { $function }, { $organisation }. Het mandaat blijft in de lijst staan, onder de afgelopen mandaten.
staff-member-end-do = Mandaat beëindigen
staff-member-remove = Als vergissing verwijderen
staff-member-remove-what = { $name }, { $function }, { $organisation }. Het mandaat verdwijnt alsof het er nooit was. Is het afgelopen, beëindig het dan; verwijder alleen wat verkeerd werd ingevoerd.
staff-member-remove-do = Voorgoed verwijderen
staff-done-member-added = De persoon staat op de ledenlijst.
staff-done-member-changed = Het mandaat is gewijzigd.
staff-done-mandate-ended = Het mandaat heeft nu een laatste dag.
staff-done-member-removed = Het mandaat is verwijderd.
staff-done-members-imported = { $n ->
    [0] Alles stond er al zo. Er is niets geschreven.
    [one] Eén mandaat geschreven.
   *[other] { $n } mandaten geschreven.
}
staff-done-import-undone = De import is ongedaan gemaakt.
staff-fault-day = Vul een dag in, bijvoorbeeld 31/12/2026 (jaren 2000 tot 2999).
staff-fault-mandate-end = Kies een laatste dag die niet voor de eerste dag valt.
staff-fault-mandate-twice = Deze persoon heeft in die periode al dezelfde functie bij deze organisatie. Wijzig dat mandaat, of kies een andere periode.
staff-fault-member-stale = Iemand anders heeft dit mandaat intussen gewijzigd. Noteer wat u typte, open het mandaat opnieuw en wijzig het daar.
staff-import = Tabel inlezen
staff-import-what = Plak een tabel uit uw rekenblad. U ziet eerst wat er zou gebeuren; daarna beslist u.
staff-import-table = Tabel
staff-import-table-hint = De eerste rij bevat de namen van de kolommen: naam, e-mailadres, organisatie, functie en taal zijn nodig.
staff-import-look = Bekijken wat er zou gebeuren
staff-import-look-what = Er is nog niets geschreven. Wie niet in de tabel staat, blijft op de ledenlijst zoals hij is.
staff-import-new = Nieuw
staff-import-changed = Gewijzigd
staff-import-same = Ongewijzigd
staff-import-doubtful = Twijfelachtig
staff-import-wrong = Fout
staff-import-line = Regel
staff-import-note = Wat
staff-import-more = En nog { $n } andere.
staff-import-take-doubtful = Ook de twijfelachtige rijen als nieuw opnemen
staff-import-keep-good = De foute rijen weglaten en de goede schrijven
staff-import-do = Schrijven zoals getoond
staff-import-again = Een andere tabel plakken
staff-import-nothing = Er is niets te schrijven.
staff-import-differs = De ledenlijst is intussen gewijzigd. Er is niets geschreven. Hieronder staat wat de tabel nu zou doen: kijk het opnieuw na.
staff-import-refused = Er is niets geschreven: er zijn foute rijen. Verbeter ze in de tabel, of kies hieronder om ze weg te laten.
staff-import-how = Welke kolommen en woorden
staff-import-how-columns = Kolommen, in elke volgorde, in het Nederlands, Frans, Duits of Engels: naam, e-mailadres, organisatie, functie, taal; naar keuze sector, begin, einde, plaatsvervanger.
staff-import-how-words = Functies: csi, dpo, ciso, IT-verantwoordelijke, vertegenwoordiger, deskundige, andere. Dagen als 31/12/2026 of 2026-12-31.
staff-import-how-rest = Een mandaat wordt herkend aan e-mailadres, functie en organisatie. Een kolom die ontbreekt, verandert niets; een leeg einde betekent zonder einddatum. Tot 30 dagen later kan een import ongedaan worden gemaakt, zolang niets ervan werd gewijzigd.
staff-import-example = naam;e-mailadres;organisatie;functie;taal;begin;einde
staff-imports = Vorige imports
staff-import-did = { $added } nieuw, { $changed } gewijzigd
staff-import-undone = Ongedaan gemaakt
staff-import-not-undone = Deze import kan niet meer ongedaan worden gemaakt: iets ervan werd nadien gewijzigd of verwijderd, of hij is ouder dan 30 dagen. Er is niets veranderd.
staff-doubt-same-name = Iemand met deze naam staat al op de lijst, met een ander adres: { $email }
staff-doubt-organisation = De organisatie lijkt op een bekende: { $name }
staff-row-said = “{ $value }”: { $what }
staff-row-beyond = Voorbij de laatste kolom staat “{ $value }”: er is een scheidingsteken te veel.
staff-row-ends = Het mandaat zou eindigen voor het begint: { $value }. Verbeter begin of einde.
staff-row-twice = Hetzelfde mandaat staat al op regel { $value }. Laat een van beide weg.
staff-row-overlaps = De persoon zou in die periode tweemaal hetzelfde mandaat hebben. Verbeter begin of einde.
staff-row-function = “{ $value }” is geen functie die we kennen: csi, dpo, ciso, it_manager, representative, expert of other.
staff-row-language = “{ $value }” is geen taal die we kennen: nl, fr, de of en.
staff-row-sector = “{ $value }” is geen sector die we kennen: public, academic of private.
staff-row-deputy = “{ $value }” is geen ja of nee.
staff-row-day = “{ $value }” is geen dag. Schrijf hem als 31/12/2026 of 2026-12-31 (jaren 2000 tot 2999).
staff-table-empty = Plak een tabel: op de eerste rij de namen van de kolommen, daaronder een rij voor elk mandaat.
staff-table-no-rows = Onder de namen van de kolommen staat geen enkele rij.
staff-table-workbook = Dit is een rekenblad en geen tabel in tekst. Bewaar het in uw rekenprogramma eerst als CSV.
staff-table-not-text = Dit is geen leesbare tekst. Bewaar de tabel als CSV in UTF-8.
staff-table-too-large = De tabel is te groot. Splits ze, of gebruik de opdrachtregel.
staff-table-too-many-rows = De tabel heeft te veel rijen. Splits ze.
staff-table-unknown-columns = Onbekende kolommen: { $names }. Bekend zijn: { $known }. Verwijder of hernoem ze.
staff-table-missing-columns = Deze kolommen ontbreken: { $names }. De namen van de kolommen staan op de eerste rij.
staff-table-twice-column = Twee kolommen betekenen { $names }. Laat er een weg.
staff-table-open-quote = Op regel { $names } begint een aanhalingsteken dat nergens eindigt.
staff-coverage = Dekking
staff-coverage-see = Dekking bekijken
staff-coverage-what = Elke organisatie die hier iemand heeft of had, met elke functie: wie ze nu uitoefent, tot wanneer, en wanneer die persoon laatst aanwezig was. Van openbare diensten worden CSI en DPO altijd getoond als het platform die functies kent.
staff-coverage-all = Alle
staff-coverage-vacant = Niet ingevuld
staff-coverage-ending = Eindigt binnenkort
staff-coverage-unreachable = Niet bereikbaar
staff-coverage-none = Hier is niets te tonen.
staff-holder = Wie
staff-organisation-last = Organisatie laatst aanwezig
staff-post-held = Ingevuld
staff-post-ending = Eindigt binnenkort
staff-post-deputy_only = Alleen plaatsvervanger
staff-post-vacant = Niet ingevuld
staff-held-until = Ingevuld tot en met { $day }
staff-next-from = Opnieuw ingevuld vanaf { $day }
staff-last-present = Laatst aanwezig op { $day }
staff-never-present = Geen aanwezigheid bekend
staff-unreachable = De laatste mail kwam niet aan
staff-subject-member = Mandaat
staff-subject-import = Import
staff-subject-roster = Ledenlijst
staff-deed-member_added = Op de ledenlijst gezet
staff-deed-member_changed = Mandaat gewijzigd
staff-deed-mandate_ended = Mandaat beëindigd
staff-deed-member_removed = Mandaat verwijderd
staff-deed-members_imported = Ledentabel ingelezen
staff-deed-members_import_undone = Import ongedaan gemaakt
staff-deed-members_exported = Ledenlijst uitgevoerd
staff-deed-member_erased = Lid gewist
staff-journal-field-function = Functie
staff-journal-field-deputy = Plaatsvervanger
staff-journal-field-start = Eerste dag
staff-journal-field-end = Laatste dag
staff-journal-field-removed = Verwijderd
staff-journal-field-mandates = Mandaten

# Invitations
staff-invitations = Uitnodigingen
staff-invitations-search = Zoek op naam, organisatie of e-mailadres
staff-no-invitations = Niemand.
staff-invitation-withdraw = Terugnemen
staff-sendings = Verzendingen
staff-sending-progress = { $sent } van { $all } verzonden
staff-sending-stopped = Gestopt.
staff-sending-planned = { $n ->
    [one] Gepland voor één persoon
   *[other] Gepland voor { $n } mensen
}
staff-sending-failed = { $n ->
    [one] Eén niet afgeleverd
   *[other] { $n } niet afgeleverd
}
staff-sending-stop = Stoppen
staff-invite = Mensen uitnodigen
staff-invite-what = Iedereen krijgt een persoonlijke link. Die geldt voor één adres, het formulier is ingevuld, en één knop geeft een plaats of een plek op de wachtlijst. Voor er iets wordt verzonden, ziet u wie bedoeld is en hoe de e-mail luidt.
staff-invite-list = Een lijst
staff-invite-people = Mensen
staff-invite-list-hint = Eén persoon per regel: naam; e-mailadres; organisatie; sector; taal. Alleen adressen mag ook. U kunt ook een tabel of een CSV-bestand plakken waarvan de eerste regel de kolommen noemt.
staff-invite-members = Leden van het platform
staff-invite-members-hint = Wie vandaag een lopend mandaat heeft op de ledenlijst.
staff-invite-members-all = Alle functies
staff-fault-no-members = Niemand heeft vandaag een lopend mandaat in deze functie.
staff-invite-guests = Gasten van vorige evenementen
staff-invite-guests-hint = Samen met de lijst, of in plaats ervan. Alleen mensen van wie de gegevens nog bewaard worden.
staff-invite-from-none = Geen
staff-invite-from-all = Alle vorige evenementen van dit platform
staff-invite-who = Wie
staff-invite-who-registered = Iedereen die zich inschreef
staff-invite-who-present = Wie aanwezig was
staff-invite-any = Alle
staff-invite-organisation = Organisatie (deel van de naam)
staff-invite-sending = Verzending
staff-invite-language = Taal van de e-mail
staff-invite-language-hint = Voor mensen in de lijst die geen eigen taal hebben.
staff-invite-send-at = Verzenden op
staff-invite-send-at-hint = Laat leeg om meteen te verzenden. De inschrijvingen sluiten op { $closes }.
staff-invite-check = Nakijken
staff-invite-checked = Kijk de uitnodigingen na
staff-invite-count = { $n ->
    [0] Niemand wordt uitgenodigd.
    [one] Eén persoon wordt uitgenodigd.
   *[other] { $n } mensen worden uitgenodigd.
}
staff-invite-now = De e-mails vertrekken meteen.
staff-invite-at = De e-mails vertrekken op { $at }.
staff-invite-left-out = Niet uitgenodigd: { $n }
staff-invite-line = Regel { $line }
staff-invite-more = { $n ->
    [one] en nog één
   *[other] en nog { $n }
}
staff-invite-who-gets = Wie ze krijgt
staff-invite-mail = De e-mail
staff-invite-do = { $n ->
    [one] Nodig één persoon uit
   *[other] Nodig { $n } mensen uit
}
staff-invite-change = Wijzigen
staff-invite-back = Terug naar de uitnodigingen
staff-invite-line-sector = Dit is geen sector. Gebruik private, academic of public.
staff-invite-line-language = Dit is geen taal waarin we schrijven. Gebruik nl, fr, de of en.
staff-invite-line-row = Dit staat rechts van de laatste kolom. Staat er een scheidingsteken te veel?
staff-invite-table-empty = Er staat niets in de lijst.
staff-invite-table-no-rows = Onder de namen van de kolommen staat niets.
staff-invite-table-workbook = Dit is een werkmap. Bewaar ze eerst als CSV in het rekenblad.
staff-invite-table-not-text = Dit is geen tekst. Bewaar de tabel als CSV in UTF-8.
staff-invite-table-too-large = De lijst is te groot. Splits ze op.
staff-invite-table-too-many-rows = De lijst heeft te veel regels. Splits ze op.
staff-invite-table-unknown-columns = Onbekende kolommen: { $names }. Bekend zijn name, email, organisation, sector en language.
staff-invite-table-missing-columns = Ontbrekende kolommen: { $names }. De eerste regel noemt de kolommen.
staff-invite-table-twice-column = Twee kolommen betekenen { $names }. Laat er een weg.
staff-invite-table-open-quote = Regel { $names }: een aanhalingsteken wordt geopend en nooit gesloten.
staff-fault-list = Vul een lijst in of kies vorige evenementen.
staff-fault-list-long = De lijst bevat meer dan { $n } mensen. Splits ze op.
staff-fault-no-guests = Op deze evenementen werd niemand gevonden.
staff-fault-send-at = Kies een moment dat nog komt, voor de inschrijvingen sluiten.
staff-remind-invited = Herinner wie niet antwoordde
staff-remind-count = { $n ->
    [0] Niemand hoeft herinnerd te worden. Wie de voorbije 24 uur een herinnering kreeg of zich langs een andere weg inschreef, laten we met rust.
    [one] Eén persoon werd bereikt en antwoordde niet.
   *[other] { $n } mensen werden bereikt en antwoordden niet.
}
staff-remind-do = { $n ->
    [one] Herinner één persoon
   *[other] Herinner { $n } mensen
}
staff-done-invited = { $n ->
    [one] Eén persoon is uitgenodigd.
   *[other] { $n } mensen zijn uitgenodigd.
}
staff-done-invitations-planned = { $n ->
    [one] Eén persoon wordt uitgenodigd op het moment dat u koos.
   *[other] { $n } mensen worden uitgenodigd op het moment dat u koos.
}
staff-done-nobody-invited = Niemand werd uitgenodigd: iedereen in de lijst was al uitgenodigd of ingeschreven.
staff-done-invited-reminded = { $n ->
    [0] Niemand hoefde herinnerd te worden.
    [one] Eén persoon krijgt een herinnering.
   *[other] { $n } mensen krijgen een herinnering.
}
staff-done-sending-stopped = { $n ->
    [0] Gestopt. Alles was al verzonden.
    [one] Gestopt. Eén e-mail wordt niet verzonden.
   *[other] Gestopt. { $n } e-mails worden niet verzonden.
}
staff-done-invitation-withdrawn = De uitnodiging is teruggenomen. De link werkt niet meer.
staff-fault-event-invitation-accepted = Deze uitnodiging werd aanvaard. Trek eerst de inschrijving in.
staff-cause-accepted-invitation = Uitnodiging aanvaard
staff-deed-invitations_sent = Mensen uitgenodigd
staff-deed-invitations_reminded = Genodigden herinnerd
staff-deed-invitations_stopped = Verzending gestopt
staff-deed-invitation_withdrawn = Uitnodiging teruggenomen
staff-deed-invitation_erased = Uitnodiging gewist
staff-journal-field-batch = Verzending
staff-journal-field-send_at = Verzenden op
staff-journal-field-unsent = Niet verzonden
staff-journal-field-invitations = Uitnodigingen

staff-fault-code-missing = Typ de code. Uw app toont hem, zes cijfers.
staff-fault-code-lapsed = Hier wacht geen QR-code op een eerste code: hij is meer dan een half uur oud of werd bij een andere aanmelding getoond. Begin opnieuw met uw wachtwoord en verwijder de oude vermelding uit uw app.
staff-password-again = Nieuw wachtwoord, nog een keer
staff-fault-password-again = De twee nieuwe wachtwoorden verschillen. Typ twee keer hetzelfde.
staff-device = Toestel
staff-device-unknown = Onbekend toestel
staff-sign-in-end = Daar afmelden
staff-ask-back = Terug naar de gebruikers
staff-ask-password = Een nieuw wachtwoord geven
staff-ask-password-what = { $whose } wordt meteen overal afgemeld en het oude wachtwoord opent niets meer. U ziet het nieuwe één keer, op de volgende pagina, en geeft het zelf door. De tweede factor en passkeys blijven: haal ze er ook af als iemand anders ze kan hebben ingesteld.
staff-ask-password-do = Nieuw wachtwoord geven
staff-ask-disable = Iemand uitsluiten
staff-ask-disable-what = { $whose } wordt meteen overal afgemeld en kan zich niet meer aanmelden tot een beheerder dat weer toelaat. De rollen blijven genoteerd.
staff-ask-disable-do = Uitsluiten
staff-ask-revoke = Een rol ontnemen
staff-ask-revoke-what = { $whose } verliest de rol “{ $role }” bij de volgende klik.
staff-ask-revoke-do = De rol ontnemen
staff-ask-second-factor-off = Een tweede factor uitzetten
staff-ask-second-factor-off-what = { $whose } meldt zich daarna met alleen het wachtwoord aan; ook passkeys worden verwijderd. Doe dit alleen als telefoon en codes verloren zijn en u zeker weet wie het vraagt. Een nieuwe instellen kan op de eigen accountpagina.
staff-ask-second-factor-off-do = De tweede factor uitzetten

staff-sign-in-passkey = Aanmelden met een passkey
staff-passkey-none = Er is geen passkey gebruikt. Probeer opnieuw of meld u aan met uw wachtwoord.
staff-passkey-none-made = Er is geen passkey gemaakt, of dit toestel bewaart er al een van u. Probeer opnieuw of ga terug.
staff-passkey-down = Dat lukte niet: laad de pagina opnieuw of gebruik uw wachtwoord.
staff-passkeys = Passkeys
staff-passkeys-what = Met een passkey meldt u zich aan met uw vingerafdruk, gezicht, pincode of beveiligingssleutel, zonder wachtwoord of code. Hij werkt alleen op deze site en kan niet per vergissing worden doorgegeven.
staff-passkey-name = Naam van de passkey
staff-passkey-name-hint = Bijvoorbeeld het toestel dat hem bewaart.
staff-passkey-since = Toegevoegd
staff-passkey-unused = Nog niet
staff-passkey-add = Een passkey toevoegen
staff-passkey-remove = Verwijderen
staff-passkey-remove-what = Hij opent hier dan niets meer. Verwijder hem ook van uw toestel.
staff-passkey-remove-do = De passkey verwijderen
staff-passkey-new = Een passkey toevoegen
staff-passkey-ask = Uw browser vraagt nu waar hij de passkey “{ $name }” bewaart en hoe u die ontgrendelt. U hebt vijf minuten.
staff-passkey-go = Doorgaan
staff-passkey-back = Terug naar het account
staff-passkey-noscript = Een passkey toevoegen vraagt scripts, en die staan in deze browser uit.
staff-fault-passkey = Deze passkey opent hier niets, het antwoord kwam te laat of u hebt geen toegang meer. Probeer opnieuw of meld u aan met uw wachtwoord.
staff-fault-passkey-name = Geef de passkey een naam van hoogstens 60 tekens.
staff-fault-passkey-script = Uw browser heeft geen passkey gemaakt: scripts staan uit of hij kent ze niet.
staff-fault-passkey-new = Het antwoord van uw toestel past niet of kwam na meer dan vijf minuten. Begin opnieuw.
staff-fault-passkey-known = Deze passkey is al bekend.
staff-done-passkey-added = De passkey is toegevoegd. U kunt zich er voortaan mee aanmelden.
staff-done-passkey-removed = De passkey is verwijderd.
staff-journal-field-passkey = Passkey
staff-deed-passkey_added = Passkey toegevoegd
staff-deed-passkey_removed = Passkey verwijderd
