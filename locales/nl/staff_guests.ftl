# Gasten van platforms voor leden: voorgesteld, bezwaar, toegelaten.

staff-guests = Gasten
staff-guests-what = Organisatoren stellen gasten voor dit evenement voor, en leden waar het platform dat toestaat. Gedurende { $n ->
    [one] één werkdag
   *[other] { $n } werkdagen
} kan elke organisator van het platform bezwaar maken; Belgische feestdagen tellen niet mee. Is er geen bezwaar, dan wordt de gast daarna uitgenodigd, alleen voor dit evenement. Voordien verneemt niemand iets.
staff-guests-none = Voor dit evenement is geen gast voorgesteld.
staff-guest-propose = Een gast voorstellen
staff-guest-propose-what = Als niemand bezwaar maakt tot en met { $last }, krijgt de gast de dag erna een persoonlijke uitnodiging per e-mail.
staff-guest-propose-do = Voorstellen
staff-guest-reason = Waarom deze gast
staff-guest-reason-hint = Voor de andere organisatoren. De gast leest dit alleen door de eigen gegevens op te vragen.
staff-guest-why = Reden
staff-guest-until = Bezwaar tot en met
staff-guest-state-open = Voorgesteld
staff-guest-state-admitted = Toegelaten
staff-guest-state-refused = Geweigerd
staff-guest-state-lapsed = Vervallen
staff-guest-object = Bezwaar maken
staff-guest-object-what = { $name }, { $organisation }. De gast wordt niet uitgenodigd en verneemt niets van het voorstel.
staff-guest-object-do = Bezwaar maken tegen deze gast
staff-guest-objection = Reden van het bezwaar
staff-guest-objection-hint = Ze staat in de lijst van gasten, voor de andere organisatoren. De gast leest dit alleen door de eigen gegevens op te vragen.
staff-guest-objection-why = Waarom
staff-guest-admit = Nu toelaten
staff-guest-admit-what = { $name }, { $organisation }. De gast krijgt de uitnodiging meteen; bezwaar is dan niet meer mogelijk.
staff-guest-admit-do = Toelaten en uitnodigen
staff-done-guest-proposed = De gast is voorgesteld.
staff-done-guest-refused = De gast is geweigerd.
staff-done-guest-admitted = De gast is toegelaten en uitgenodigd.
staff-done-objection-days-set = De bezwaartermijn is ingesteld. Wat eerder werd voorgesteld, houdt zijn termijn.
staff-fault-guest-proposed = Dit adres is al door een organisator voorgesteld en er is nog niets beslist. Kijk in de lijst van gasten.
staff-fault-guest-has-place = Dit adres is van een lid, of is al uitgenodigd of ingeschreven. Er hoeft niets te worden voorgesteld.
staff-fault-guest-elsewhere = Intussen is dit adres van een lid, of werd het op een andere manier voor het evenement uitgenodigd of ingeschreven, en het voorstel beslist niets meer. Kijk bij de leden van het platform en bij de uitnodigingen en inschrijvingen van het evenement.
staff-fault-guest-late = Bezwaar zou mogelijk zijn tot en met { $last }, en de inschrijving sluit op { $closes }. Verkort de bezwaartermijn of kies een later evenement.
staff-fault-guest-decided = Dit werd intussen beslist, of de bezwaartermijn is voorbij. Kijk in de lijst van gasten.
staff-fault-objection-days = Geef een aantal werkdagen van 1 tot 30.
staff-objections = Bezwaartermijn
staff-objection-days = Werkdagen om bezwaar te maken tegen een gast
staff-objection-days-hint = Maandag tot vrijdag, zonder de tien Belgische feestdagen. De dag van het voorstel telt niet mee.
staff-to-do-guests = { $n ->
    [one] Eén gast is voorgesteld: { $event }
   *[other] { $n } gasten zijn voorgesteld: { $event }
}
staff-deed-guest_proposed = Gast voorgesteld
staff-deed-guest_admitted = Gast toegelaten
staff-deed-guest_refused = Bezwaar tegen een gast
staff-deed-guest_lapsed = Voorstel van een gast vervallen
staff-deed-guest_erased = Voorgestelde gast gewist
staff-deed-objection_days_set = Bezwaartermijn gewijzigd
staff-subject-guest = Gast
staff-journal-field-until = Tot
staff-journal-field-working_days = Werkdagen
staff-guest-by = Voorgesteld door
staff-guest-by-staff = Organisatie
staff-guest-by-erased = Een lid (gegevens gewist)
staff-guest-state-elsewhere = Al lid, uitgenodigd of ingeschreven
staff-guest-state-taken_back = Ingetrokken
staff-guest-late = Inschrijving sluit eerder: beslis voor { $closes }
staff-guest-bar-objected = Tegen deze persoon was er eerder bezwaar: zonder beslissing vervalt het voorstel
staff-guest-bar-no_mandate = Het lid dat dit voorstelde, heeft geen mandaat meer: zonder beslissing vervalt het voorstel
staff-deed-guest_taken_back = Voorstel van een gast ingetrokken
staff-platform-guests = Gasten
staff-platform-members_propose = Leden mogen gasten voorstellen
staff-platform-members_propose-hint = Alleen op platforms voor leden: wie een mandaat heeft en een plaats bij een evenement, stelt op de eigen pagina gasten voor, hoogstens { $most } tegelijk.
