# Eén keer per kwartaal navragen bij wie een mandaat heeft.

staff-asking-on = Elk kwartaal wordt navraag gedaan
staff-asking-off = Elk kwartaal navraag doen
staff-asking-how = Wat er gebeurt
staff-asking-what = Vanaf de eerste dag van elk kwartaal krijgt iedereen met een geldend mandaat één e-mail met de vraag of het nog geldt, en nog één na 14 dagen zonder antwoord. Wie nee zegt, beëindigt het eigen mandaat met die dag. Over mandaten die in het kwartaal begonnen of ingevoerd zijn, of erin eindigen, wordt niets gevraagd; ook gasten krijgen geen vraag.
staff-asking-due = { $n ->
    [0] Nu zou niemand een e-mail krijgen.
    [one] Nu zou één persoon een e-mail krijgen.
   *[other] Nu zouden { $n } personen een e-mail krijgen.
}
staff-asking-stop-what = Als u ermee stopt, krijgt niemand nog een vraag; verstuurde links blijven werken tot het einde van het kwartaal.
staff-asking-start = Vanaf nu navraag doen
staff-asking-stop = Stoppen met navragen
staff-done-asking-on = Vanaf nu wordt navraag gedaan.
staff-done-asking-off = Er wordt geen navraag meer gedaan.
staff-unconfirmed = Dit kwartaal niet bevestigd
staff-not-confirmed = dit kwartaal niet bevestigd
staff-confirmed-on = bevestigd op { $day }
staff-last-confirmed = Laatst bevestigd
staff-never-confirmed = nooit
staff-to-do-unconfirmed = { $n ->
    [one] Eén mandaat is dit kwartaal niet bevestigd: { $platform }
   *[other] { $n } mandaten zijn dit kwartaal niet bevestigd: { $platform }
}
staff-deed-holders_asking_set = Navraag bij mandaten gewijzigd
staff-deed-holders_asked = Navraag gedaan bij mandaten
staff-deed-mandate_confirmed = Mandaat bevestigd
staff-journal-field-asks = Er wordt navraag gedaan
staff-journal-field-quarter = Kwartaal
staff-journal-field-asked = Gevraagd
staff-journal-field-asked_again = Opnieuw gevraagd
