# Staff pages about events: list, one event, its forms, what can be wrong with them.

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
staff-preview = Voorbeeld van de openbare pagina
staff-preview-mail = Voorbeeld van de e-mails
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
staff-edit-texts-what = Tekstwijzigingen zijn meteen te zien. Niemand krijgt er een e-mail over.
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
staff-agenda-tlp = Eigen TLP-label (facultatief)
staff-agenda-tlp-none = Zoals de bijeenkomst
staff-agenda-tlp-hint = Boven GREEN leest alleen wie een plaats heeft waarover het gaat, op de eigen pagina.
staff-reschedule = Tijd of plaats wijzigen
staff-reschedule-what = { $n ->
    [0] Er hoeft nog niemand te worden verwittigd.
    [one] Eén persoon krijgt een e-mail met wat er verandert, en de agenda volgt.
   *[other] { $n } mensen krijgen een e-mail met wat er verandert, en hun agenda’s volgen. Wie in de eigen taal geen verschil leest, krijgt geen e-mail.
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
staff-change-seats-what = Niemand verliest een plaats. Wie wacht, schuift meteen door als er een plaats vrijkomt, en krijgt een e-mail.
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
    [one] “{ $title }” wordt definitief afgelast. Eén persoon krijgt een e-mail en het evenement verdwijnt uit de agenda.
   *[other] “{ $title }” wordt definitief afgelast. { $n } mensen krijgen een e-mail en het evenement verdwijnt uit hun agenda’s.
}
staff-call-off-reason-hint = Facultatief, één regel, hoogstens 200 tekens. Deelnemers lezen dit in de e-mail, iedereen zoals u het typt: kies de taal, of schrijf het in meer dan één.
staff-call-off-do = Evenement definitief afgelasten
staff-keep-event = Evenement behouden
staff-done-created = Het ontwerp is aangemaakt.
staff-done-saved = De teksten zijn bewaard.
staff-done-published = Het evenement is gepubliceerd.
staff-done-rescheduled = { $n ->
    [0] Bewaard. Er hoefde niemand te worden verwittigd.
    [one] Bewaard. Eén persoon krijgt een e-mail.
   *[other] Bewaard. { $n } mensen krijgen een e-mail.
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
