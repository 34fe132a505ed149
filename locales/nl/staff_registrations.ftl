# Staff pages about the people of an event: list, one registration, decisions, the door.

# People.
staff-export = Lijst als CSV-bestand
staff-enter = Persoon inschrijven
staff-enter-what = Het adres geldt als bevestigd. De persoon krijgt meteen een plaats of een plek op de wachtlijst, en een e-mail daarover.
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
staff-cause-mandate-ended = Mandaat geëindigd
staff-cause-switched-mode = Andere manier van deelnemen
staff-cause-corrected = Gegevens verbeterd
staff-cause-event-changed = Verwittigd van nieuwe tijd of plaats
staff-cause-event-called-off = Evenement afgelast
staff-cause-proof-lapsed = Adres niet op tijd bevestigd
staff-cause-erased = Gegevens gewist
staff-cause-reminded = Herinnering verstuurd
staff-withdraw = Deze inschrijving intrekken
staff-withdraw-asked = Intrekken op vraag van de persoon
staff-withdraw-what = { $name } verliest de plaats of de plek op de wachtlijst en krijgt een e-mail. Een plaats die vrijkomt, gaat naar wie als volgende aan de beurt is.
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
staff-done-withdrawn = De inschrijving is ingetrokken.
staff-done-existed = Deze persoon was al ingeschreven. Er is niets veranderd.
staff-done-entered-confirmed = De persoon is ingeschreven en heeft een plaats.
staff-done-entered-waitlisted = De persoon is ingeschreven en staat op de wachtlijst.
staff-done-undone = De aanduiding is ongedaan gemaakt.

# What is wrong with what staff typed about somebody else
staff-error-name-empty = Vul de volledige naam in.
staff-error-name-control_character = Typ de naam opnieuw: er staat een verborgen teken of een regeleinde in.
staff-error-email-empty = Vul het e-mailadres van het werk in.
staff-error-organisation-empty = Vul de naam van de organisatie in.
staff-error-organisation-too_long = Vul een kortere naam van de organisatie in, hoogstens 160 tekens.
staff-error-organisation-control_character = Typ de naam van de organisatie opnieuw: er staat een verborgen teken of een regeleinde in.
staff-error-organisation-no_letter = Vul een naam van de organisatie in met minstens één letter of cijfer.
staff-error-sector-missing = Kies een sector.

# Where organisers decide
staff-cause-approved = Aanvraag aanvaard
staff-cause-rejected = Niet aanvaard
staff-approve = Aanvaarden
staff-reject = Deze aanvraag niet aanvaarden
staff-reject-what = { $name } krijgt geen plaats, of verliest die, en krijgt een e-mail met uw reden. Een plaats die vrijkomt, gaat naar wie als volgende aan de beurt is.
staff-reject-do = Niet aanvaarden
staff-done-approved = Aanvaard. De persoon krijgt een e-mail.
staff-done-rejected = Niet aanvaard. De persoon krijgt een e-mail met uw reden.
staff-cause-told-again = Nog eens bericht gekregen
