# Platforms: hoe elk ervoor staat, teksten en herinneringen.

staff-nav-platforms = Platformen
staff-platforms-what = De netwerken waarvoor u werkt, en of elk zo vaak samenkomt als het hoort.
staff-platforms-none = Er zijn geen platformen die u mag zien.
staff-platform-next = Volgende bijeenkomst
staff-platform-last = Vorige bijeenkomst
staff-platform-audience = Wie zich mag inschrijven
staff-platform-visibility = Zichtbaarheid
staff-platform-cadence = Ritme
staff-platform-reminders = Herinneringen
staff-platform-no-reminders = geen
staff-platform-slug = Deel van het adres
staff-platform-from-catalogue = Wie zich mag inschrijven, zichtbaarheid en ritme komen uit de catalogus. Wordt die opnieuw geladen, dan blijven de teksten en herinneringen die u hier wijzigde.
staff-platform-no-upcoming = Er is geen bijeenkomst gepland.
staff-platform-texts = Teksten
staff-platform-edit = Teksten en herinneringen wijzigen
staff-platform-form-what = Bezoekers lezen deze teksten op de openbare pagina’s en in e-mails; bij een verborgen platform alleen wie deelneemt. Niemand krijgt bericht van een wijziging.
staff-platform-name = Naam
staff-platform-description = Waarvoor het dient
staff-platform-members = Wie deelneemt
staff-platform-reminders-when = Vóór een bijeenkomst
staff-platform-reminders-hint = Hoe lang voor het begin, één per regel: 7 d, 24 h of 90 min. Hoogstens { $most }; leeg voor geen. Een herinnering waarvan het tijdstip net voorbij is, kan voor een bijeenkomst nog vertrekken.
staff-lead-days = { $n ->
    [one] 1 dag
   *[other] { $n } dagen
 }
staff-lead-hours = { $n ->
    [one] 1 uur
   *[other] { $n } uur
 }
staff-lead-minutes = { $n ->
    [one] 1 minuut
   *[other] { $n } minuten
 }
staff-standing-kept = { $period }: gehouden
staff-standing-planned = { $period }: gepland
staff-standing-at-risk = { $period }: niets gepland
staff-done-platform-changed = Het platform is gewijzigd.
staff-fault-platform-stale = Iemand anders heeft dit platform intussen gewijzigd. Open het opnieuw in een ander venster, vergelijk, en bewaar wat nog gewijzigd moet worden.
staff-fault-platform-empty = Vul ook in deze taal een tekst in.
staff-fault-platform-too_long = Vul een kortere tekst in, hoogstens { $most } tekens.
staff-fault-platform-control_character = Typ de tekst opnieuw: er staat een verborgen teken in.
staff-fault-platform-no_letter = Vul een tekst in met minstens één letter of cijfer.
staff-fault-reminder-shape = “{ $value }” is geen tijd voor het begin. Schrijf een getal met d, h of min, zoals 7 d.
staff-fault-reminder-range = “{ $value }” is te kort of te lang. Herinneringen vertrekken 1 minuut tot 60 dagen voor het begin.
staff-fault-reminder-too-many = Vul hoogstens { $most } herinneringen in.
staff-deed-platform_added = Platform opgericht
staff-deed-platform_changed = Platform gewijzigd
staff-subject-platform = Platform
staff-journal-field-description = Waarvoor het dient
staff-journal-field-members = Wie deelneemt
staff-journal-field-reminder_minutes = Herinneringen, minuten voor het begin
staff-platform-join_details = Link om online deel te nemen
staff-platform-no-join_details = wordt niet verstuurd
staff-platform-join_details-hint = Hoe lang voor het begin de link gaat naar wie online deelneemt, zoals 60 min of 1 h; hoogstens een dag. Leeg: de link wordt dan niet apart verstuurd. Wie naar de zaal komt, krijgt deze e-mail niet.
staff-fault-join-shape = “{ $value }” is geen tijd voor het begin. Schrijf één getal met h of min, zoals 60 min, of laat het veld leeg.
staff-fault-join-range = “{ $value }” is te kort of te lang. De link vertrekt 1 minuut tot 1 dag voor het begin.
staff-journal-field-join_details_minutes = Link om online deel te nemen, minuten voor het begin
staff-platform-presence_share = Deel van het evenement dat als aanwezigheid telt
staff-platform-presence_share-is = { $n } procent van het evenement
staff-platform-presence_share-hint = In procent, 1 tot 100. Het geldt voor wie alleen minuten bekend zijn, uit het verslag van een vergaderdienst. Wie aan de deur was, telt daardoor alleen al. Wat eerder is vastgelegd, houdt het deel dat toen gevraagd was.
staff-fault-presence_share = “{ $value }” is geen deel van een evenement. Schrijf een geheel getal van 1 tot 100, zoals 50.
staff-journal-field-presence_share = Deel dat als aanwezigheid telt, procent
