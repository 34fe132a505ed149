# Texts of the staff pages that several of them use: words, navigation, the start page, faults. All keys begin with `staff-`.

staff-area = Voor organisatoren
staff-nav = Onderdelen
staff-nav-events = Evenementen
staff-nav-figures = Cijfers
staff-nav-mails = E-mails
staff-crumbs = U bent hier
staff-sign-in = Aanmelden
staff-sign-out = Afmelden
staff-email = E-mailadres
staff-password = Wachtwoord

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
staff-search = Zoeken op naam, organisatie, e-mailadres of kenmerk
staff-search-go = Zoeken
staff-nobody = Niemand gevonden.
staff-first-page = Eerste pagina
staff-next-page = Volgende pagina

# What was just done.
staff-done-ended = Uw aanmelding is verlopen. Meld u opnieuw aan.
staff-done-signed-out = U bent afgemeld.
staff-done-nothing = Er is niets gewijzigd: de e-mail heeft intussen een andere status.
staff-page-fault-not_found = Misschien is de link onvolledig, of hebt u er geen toegang toe. Begin bij de evenementen.
staff-page-fault-wrong_method = Deze pagina kunt u niet rechtstreeks openen. Begin bij de evenementen.
staff-page-fault-home = Naar de evenementen
staff-fault-stale = Iemand anders heeft dit evenement intussen gewijzigd. Noteer wat u typte, open het evenement opnieuw en wijzig het daar.

# What needs the reader now
staff-to-do = Te doen
staff-to-do-check-in = { $event } is vandaag om { $at }: aanwezigheden noteren
staff-to-do-requests = { $n ->
    [one] Eén aanvraag wacht op antwoord: { $event }
   *[other] { $n } aanvragen wachten op antwoord: { $event }
}
staff-to-do-dead-letters = { $n ->
    [one] Eén e-mail kon niet worden bezorgd
   *[other] { $n } e-mails konden niet worden bezorgd
}
staff-to-do-join-link = { $event } heeft geen link om online deel te nemen. Begin: { $at }.
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

# A table that somebody brings.
staff-table-file = Of als bestand
staff-table-file-hint = Een werkmap (.xlsx) of een CSV-bestand. Het komt in de plaats van wat in het veld staat.
