# Wat er niet klopt aan wat iemand typte, en hoe het wel moet. Het laatste deel van de sleutel is de code van de fout.

error-name-empty = Vul uw volledige naam in.
error-name-too_long = Vul een kortere naam in, hoogstens 120 tekens.
error-name-control_character = Typ uw naam opnieuw: er staat een verborgen teken of een regeleinde in.
error-name-no_letter = Vul een naam in met minstens één letter.

error-email-empty = Vul uw e-mailadres van het werk in.
error-email-too_long = Vul een korter e-mailadres in: hoogstens 254 tekens, waarvan 64 voor de @.
error-email-no_at = Vul een e-mailadres in met één @, zoals naam@voorbeeld.be.
error-email-bad_character = Kijk het deel voor de @ na: er staat een spatie of een teken in dat we niet kunnen gebruiken.
error-email-bad_domain = Kijk het deel na de @ na: het moet eruitzien als voorbeeld.be.

error-organisation-empty = Vul de naam van uw organisatie in.
error-organisation-too_long = Vul een kortere naam van uw organisatie in, hoogstens 160 tekens.
error-organisation-control_character = Typ de naam van uw organisatie opnieuw: er staat een verborgen teken of een regeleinde in.
error-organisation-no_letter = Vul een naam van uw organisatie in met minstens één letter of cijfer.

error-line-empty = Vul dit veld in.
error-line-too_long = Vul een kortere tekst in.
error-line-control_character = Typ deze tekst opnieuw: er staat een verborgen teken of een regeleinde in.
error-line-no_letter = Vul minstens één letter of cijfer in.

error-sector-missing = Kies de sector waarin u werkt.
error-mode-missing = Kies hoe u wilt deelnemen.
error-language-missing = Kies een taal.
