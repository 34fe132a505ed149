# Deelnameattesten: op papier, op de controlepagina, in de e-mail, voor medewerkers.
attestation-title = Deelnameattest
attestation-says = { $provider } bevestigt dat
attestation-took-part = heeft deelgenomen aan
attestation-when = Wanneer
attestation-attended = Wijze van deelname
attestation-duration = Duur van de deelname
attestation-hours = { $n } uur
attestation-minutes = { $n ->
    [one] { $n } minuut
   *[other] { $n } minuten
}
attestation-provider = Organisator
attestation-number = Nummer
attestation-issued = Uitgereikt op
attestation-check = Dit attest controleren
attestation-check-what = Deze pagina zegt of het attest nog geldig is en herhaalt wat erin staat:
attestation-square = Code om te scannen: leidt naar de pagina waarop u dit attest controleert
attestation-data = Elektronische handtekening
attestation-data-what = Deze tekens zijn wat hierboven staat, met onze Ed25519-handtekening, als JSON Web Signature (RFC 7515). Met de publieke sleutel, op { $key }, kan elk geschikt programma ze zonder ons controleren; laat de regeleinden weg.

check-title = Controle van een attest
check-valid-title = Dit attest is geldig
check-valid = Vergelijk met het papier: naam, titel, datum en duur moeten dezelfde zijn.
check-revoked-title = Dit attest is ingetrokken
check-revoked = Het is ingetrokken op { $at } en bewijst niets meer.
check-unknown-title = Wij kennen dit attest niet
check-unknown = Controleer het adres: het moet precies hetzelfde zijn als op het papier. Is dat zo, dan hebben wij het attest niet uitgereikt.
check-name = Naam
check-event = Evenement
check-gone = Niet meer bewaard: namen worden enige tijd na het evenement gewist. Uit de handtekening op het papier blijkt nog van wie het attest is.
check-key = Publieke sleutel om handtekeningen te controleren

personal-attestation = Deelnameattest
personal-attestation-what = U bent als aanwezig geregistreerd. U kunt daarvan een elektronisch ondertekend attest krijgen, met een pagina waarop iedereen aan wie u het geeft het kan controleren.
personal-attestation-make = Mijn attest aanmaken
personal-attestation-get = Attest downloaden (pdf)
personal-attestation-there = Uw attest met nummer { $number } staat klaar.
personal-attestation-revoked = Een eerder attest is ingetrokken, omdat uw aanwezigheid werd gecorrigeerd.
personal-done-attested = Uw attest staat klaar.

mail-attestation-subject = Uw deelnameattest: { $title }
mail-attestation-heading = Uw deelnameattest
mail-attestation-intro = Bedankt voor uw deelname. Uw attest vindt u als pdf in de bijlage.
mail-attestation-check = Het is elektronisch ondertekend en vermeldt een pagina waarop iedereen aan wie u het geeft kan controleren of het geldig is.
mail-attestation-page = U kunt het ook downloaden op uw pagina:
mail-attestation-file = deelnameattest
mail-kind-attestation = Deelnameattest
cause-attested = Uw deelnameattest is uitgereikt.
staff-preview-when-attestation = Iemand was aanwezig en de organisatoren laten na het evenement de attesten uitreiken.

staff-attestations = Attesten
staff-attestations-what = Iedereen die aanwezig was, krijgt per e-mail een ondertekend attest als pdf. Wie er al een heeft, krijgt geen tweede. Wordt de aanwezigheid later gecorrigeerd, dan wordt het attest meteen ingetrokken; wie toch aanwezig blijkt te zijn geweest, krijgt er vanzelf een.
staff-attestations-present = Aanwezig
staff-attestations-issued = Geldige attesten
staff-attestations-sent = Per e-mail verstuurd
staff-attestations-open = Nog uit te reiken
staff-attestations-revoked = Ingetrokken
staff-attestations-do = Attesten uitreiken
staff-attestations-working = De attesten worden uitgereikt. Laad deze pagina opnieuw om te zien hoe ver het staat.
staff-attestations-reload = Opnieuw laden
staff-attestations-done = Alle attesten zijn uitgereikt.
staff-attestations-asked = Gevraagd op { $at }.
staff-attestations-nobody = Niemand is als aanwezig geregistreerd; er valt dus niets uit te reiken.
staff-attestations-early = Attesten kunnen worden uitgereikt zodra het evenement voorbij is.
staff-deed-attestations_issued = Attesten gevraagd
