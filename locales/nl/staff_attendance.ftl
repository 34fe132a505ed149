# Personeelspagina's: aanwezigheidsverslagen van vergaderdiensten, wie ze zagen, en beslissen wie het was.

staff-attendance-page = Aanwezigheids­verslagen
staff-attendance-import = Een verslag inlezen
staff-attendance-import-what = Microsoft Teams, Zoom en Webex geven een verslag van wie in een vergadering was, van wanneer tot wanneer. U ziet eerst wie het herkent; daarna beslist u.
staff-attendance-file = Verslag als bestand
staff-attendance-file-hint = Zoals de vergaderdienst het geeft: een CSV-bestand of een werkmap (.xlsx).
staff-attendance-text = Of geplakt
staff-attendance-text-hint = Een eigen tabel kan ook: een naam of een e-mailadres, van wanneer, tot wanneer.
staff-attendance-zone = Tijdzone van het verslag
staff-attendance-zone-hint = Vergaderdiensten schrijven de klok van wie het verslag bewaarde, en zeggen niet welke. Noemt het bestand een tijdzone, dan geldt die.
staff-attendance-read = Hoe het verslag gelezen is
staff-attendance-title = Titel van de vergadering
staff-attendance-service = Dienst
staff-attendance-dates = Datums
staff-attendance-day-first = eerst de dag
staff-attendance-month-first = eerst de maand
staff-attendance-asked = Gevraagd voor aanwezigheid
staff-attendance-absent = Rijen van wie niet kwam
staff-attendance-repeated = Tijden die er twee keer stonden
staff-attendance-in-file = Personen in het verslag
staff-attendance-outside = { $n } van { $of } tijden vallen buiten het evenement. Is dit het verslag van deze vergadering, en klopt de tijdzone?
staff-attendance-no-zone = Het verslag noemt geen tijdzone. De tijden zijn gelezen als { $zone }.
staff-attendance-habit = Niets in het verslag zegt of de datums met de dag of met de maand beginnen. Kijk naar de minuten hieronder.
staff-attendance-doubts = Twijfelachtige rijen
staff-attendance-doubts-what = Bekijk deze rijen van het bestand. Aan de rest veranderen ze niets.
staff-attendance-take = Inlezen zoals getoond
staff-attendance-again = Ander verslag of andere tijdzone
staff-attendance-differs = Intussen is er iets veranderd. Er is niets ingelezen. Hieronder staat wat het verslag nu zou doen: kijk opnieuw.
staff-attendance-before = Ditzelfde verslag is al ingelezen. Wilt u het opnieuw laten lezen, neem het dan eerst terug.
staff-attendance-none = Voor dit evenement is geen verslag ingelezen.
staff-attendance-none-open = Niemand wacht op uw beslissing.
staff-attendance-none-taken = Niemand is herkend.
staff-attendance-none-dismissed = Niemand is weggelaten.
staff-attendance-reports = Ingelezen verslagen
staff-attendance-people = Personen
staff-attendance-by-clock = { $service }, volgens de klok van { $zone }
staff-attendance-undo = Terugnemen
staff-attendance-undo-heading = Het verslag terugnemen
staff-attendance-undo-what = { $service }, ingelezen op { $at }. Alles wat het bewijst wordt teruggenomen, van { $n ->
    [one] één persoon
   *[other] { $n } personen
 }. Wie het zag wordt vergeten; het bestand kan opnieuw worden ingelezen.
staff-attendance-unknown-what = Organisatoren, sprekers en collega’s zijn meestal niet ingeschreven. Wie op niemand lijkt die ingeschreven is, kan in één keer worden weggelaten.
staff-attendance-dismiss = { $n ->
    [one] Laat de ene weg die niet ingeschreven is
   *[other] Laat alle { $n } weg die niet ingeschreven zijn
 }
staff-service-teams = Microsoft Teams
staff-service-zoom = Zoom
staff-service-webex = Webex
staff-service-plain = Gewone tabel
staff-sighting-open = Te beslissen
staff-sighting-taken = Herkend
staff-sighting-dismissed = Weggelaten
staff-seen-in-file = In het verslag
staff-seen-whose = Inschrijving
staff-seen-how = Waarom
staff-seen-minutes = Tijdens het evenement
staff-seen-n-minutes = { $n } min
staff-seen-no-time = geen tijd bekend
staff-seen-recognised = Herkend
staff-seen-recognised-what = Zij krijgen de minuten van het verslag. Wie er te weinig heeft, telt door het verslag alleen niet als aanwezig.
staff-seen-unsure = Te beslissen
staff-seen-unsure-what = Zij wachten op de pagina van het evenement tot iemand zegt wie het is.
staff-seen-unknown = Niet ingeschreven
staff-seen-unknown-what = Niemand met deze naam of dit adres is ingeschreven. Ook zij wachten; wie u niet aangaat, kan in één keer worden weggelaten.
staff-seen-by-address = Door het e-mailadres
staff-seen-by-name = Door de naam
staff-seen-by-staff = Beslist door het team
staff-seen-certain = Door adres of naam
staff-seen-maybe = Misschien { $name }{ $more ->
    [0] {""}
   *[other] {" "}of nog { $more }
 }
staff-seen-decide = Beslissen
staff-seen-decide-who = Wie was het?
staff-seen-lead = In het verslag, regel { $line }: { $who }; { $minutes }.
staff-seen-who = Wie het was
staff-seen-who-what = De tijden van het verslag tellen dan voor deze inschrijving.
staff-seen-nobody = Niemand die ingeschreven is
staff-seen-other = Iemand anders
staff-seen-other-hint = Naam, e-mailadres of nummer van een inschrijving voor dit evenement.
staff-seen-save = Bewaren
staff-seen-is = Telt voor { $name }.
staff-seen-is-nobody = Is weggelaten, als niemand die ingeschreven is.
staff-seen-put-back = Opnieuw beslissen
staff-seen-put-back-what = De tijden van het verslag tellen niet meer voor deze inschrijving; wie het was moet opnieuw worden beslist.
staff-unsure-same-name = Meer dan één inschrijving heeft deze naam
staff-unsure-claimed = De inschrijving met deze naam is anders herkend, of twee keer
staff-unsure-near = Bijna dezelfde naam
staff-unsure-address-of-another = Het adres is van de ene inschrijving, de naam van een andere
staff-unsure-same-address = Meer dan één inschrijving heeft dit adres
staff-unsure-unknown = Niet ingeschreven met deze naam of dit adres
staff-unsure-no-time = Herkend, zonder enige tijd
staff-unsure-put-back = Teruggezet door het team
staff-doubtful-nobody = Geen naam en geen adres; weggelaten.
staff-doubtful-formula = “{ $found }” is een formule; ze telt als leeg.
staff-doubtful-time = Hier is geen tijd te lezen: “{ $found }”. De rij geeft geen minuten.
staff-doubtful-no-such-time = Zo’n tijd bestaat niet. De rij geeft geen minuten.
staff-doubtful-no-join = Er staat niet wanneer ze kwamen. De rij geeft geen minuten.
staff-doubtful-open-end = Er staat niet wanneer ze weggingen. Genomen tot het einde van de vergadering.
staff-doubtful-leave-before-join = Weggegaan voor ze kwamen (“{ $found }”). De rij geeft geen minuten.
staff-doubtful-leave-without-join = “{ $found }” ging weg zonder gekomen te zijn. De rij geeft geen minuten.
staff-doubtful-action = “{ $found }” is komen noch weggaan; weggelaten.
staff-doubtful-no-such-hour = De zomertijd slaat dit uur over. Gelezen alsof de klok niet vooruitgezet was.
staff-doubtful-gaps = Alleen het eerste komen en het laatste weggaan zijn bekend; daartussen { $found } seconden in de vergadering. Meer telt niet.
staff-doubtful-address = “{ $found }” is geen e-mailadres; het wordt niet gebruikt.
staff-report-empty = Hier staat niets. Kies een bestand of plak het verslag.
staff-report-not-text = Dit is geen leesbare tekst. Bewaar het verslag als CSV in UTF-8.
staff-report-workbook = Deze werkmap is niet te lezen. Bewaar ze als .xlsx zonder wachtwoord, of als CSV.
staff-report-too-large = Het verslag is te groot. Splits het, of gebruik de opdrachtregel.
staff-report-too-many-rows = Het verslag heeft meer dan { $most } rijen. Splits het.
staff-report-too-many-cells = Dit is geen tabel van personen: ze heeft meer dan { $most } cellen.
staff-report-open-quote = Op regel { $line } begint een aanhalingsteken dat nergens eindigt.
staff-report-missing-columns = Geen regel noemt de kolommen die nodig zijn. Regel { $line } komt het dichtst in de buurt ({ $found }). Er ontbreekt: { $wanted }.
staff-report-no-rows = Regel { $line } noemt de kolommen, en daaronder staat niemand.
staff-report-mixed-dates = Regel { $one } schrijft datums met de dag eerst, regel { $other } met de maand eerst. Schrijf ze allemaal als 2026-12-31.
staff-report-column-name = naam
staff-report-column-email = e-mailadres
staff-report-column-join = van wanneer
staff-report-column-leave = tot wanneer
staff-fault-zone = “{ $value }” is geen tijdzone. Schrijf ze als Europe/Brussels, of UTC.
staff-fault-who = Kies wie het was, of zoek iemand.
staff-fault-nobody-found = Niemand van dit evenement wordt gevonden met “{ $value }”. Probeer een deel van een naam, of het e-mailadres.
staff-fault-several-found = Met “{ $value }” worden er meer gevonden. Kies hierboven.
staff-done-attendance-taken = { $n ->
    [one] Het verslag is ingelezen: één persoon herkend.
   *[other] Het verslag is ingelezen: { $n } personen herkend.
 }
staff-done-attendance-undone = { $n ->
    [one] Het verslag is teruggenomen, met de bewijzen van één persoon.
   *[other] Het verslag is teruggenomen, met de bewijzen van { $n } personen.
 }
staff-done-unknown-dismissed = { $n ->
    [one] Eén persoon is weggelaten.
   *[other] { $n } personen zijn weggelaten.
 }
staff-done-sighting-assigned = De tijden van het verslag tellen voor deze inschrijving.
staff-done-sighting-dismissed = Genoteerd dat dit niemand is die ingeschreven is.
staff-done-sighting-put-back = Dit moet opnieuw worden beslist.
staff-to-do-sightings = { $n ->
    [one] { $event }: één persoon in een aanwezigheidsverslag wacht op een beslissing
   *[other] { $event }: { $n } personen in aanwezigheidsverslagen wachten op een beslissing
 }
staff-deed-attendance_imported = Aanwezigheidsverslag ingelezen
staff-deed-attendance_import_undone = Aanwezigheidsverslag teruggenomen
staff-deed-sighting_assigned = Persoon in een verslag herkend
staff-deed-sighting_dismissed = Personen in een verslag weggelaten
staff-deed-sighting_put_back = Persoon in een verslag opnieuw te beslissen
staff-journal-field-provider = Dienst
staff-journal-field-people = Personen
staff-journal-field-recognised = Herkend
staff-journal-field-open = Te beslissen
staff-journal-field-line = Regel
