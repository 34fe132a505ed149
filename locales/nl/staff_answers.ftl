# Staff pages: answers to many requests at once, and the note for colleagues.

# Answers to many requests at once
staff-every-mode = Alle manieren van deelnemen
staff-every-sector = Alle sectoren
staff-choose-person = { $name } kiezen
staff-answers-all = Iedereen die deze lijst toont en op antwoord wacht, ook op de andere pagina’s
staff-accept-many = Aanvaarden: bekijk wie wat krijgt
staff-refuse-many = Niet aanvaarden: bekijk wie bedoeld is
staff-accept-many-done = Aanvaard
staff-refuse-many-done = Niet aanvaard
staff-accept-many-do = { $n ->
    [one] 1 persoon aanvaarden
   *[other] { $n } personen aanvaarden
}
staff-refuse-many-do = { $n ->
    [one] 1 persoon niet aanvaarden
   *[other] { $n } personen niet aanvaarden
}
staff-accept-many-what = { $n ->
    [one] 1 persoon wordt aanvaard en krijgt een e-mail.
   *[other] { $n } personen worden aanvaard, in de volgorde waarin ze hun adres bevestigden, en krijgen elk een e-mail.
} { $seats ->
    [0] Niemand krijgt meteen een plaats.
    [one] 1 krijgt een plaats.
   *[other] { $seats } krijgen een plaats.
} { $waiting ->
    [0] Niemand hoeft te wachten.
    [one] 1 komt op de wachtlijst.
   *[other] { $waiting } komen op de wachtlijst.
} Achteraf kunt u iemand nog weigeren op de eigen pagina.
staff-refuse-many-what = { $n ->
    [one] 1 persoon wordt niet aanvaard en krijgt een e-mail met uw reden.
   *[other] { $n } personen worden niet aanvaard en krijgen een e-mail met uw reden in hun taal.
} U kunt hen alsnog aanvaarden, op hun pagina of in de lijst.
staff-reason-in = Reden, voor wie { $language } leest
staff-reason-in-hint = Eén regel, hoogstens 200 tekens. Ze lezen dit in de e-mail en op hun pagina, zoals u het typt.
staff-answers-nobody = Er is niemand gekozen die dit antwoord kan krijgen. Vink personen aan in de lijst, of kies iedereen die ze toont.
staff-answers-too-many = Hoogstens { $most } personen krijgen tegelijk een antwoord. Maak de lijst korter met zoeken of een sector, of vink er minder aan.
staff-answers-who = Wie dit antwoord krijgt
staff-answers-gets = Krijgt
staff-answers-left-out = { $n ->
    [one] 1 persoon krijgt geen antwoord
   *[other] { $n } personen krijgen geen antwoord
}
staff-answers-left-alone = { $n ->
    [one] 1 persoon werd met rust gelaten
   *[other] { $n } personen werden met rust gelaten
}
staff-outlook-seat = Een plaats.
staff-outlook-refused = Wordt niet aanvaard.
staff-left-state = Niets te beantwoorden: { $state }.
staff-left-erased = De gegevens zijn gewist.
staff-left-shut = Het mandaat op dit platform is voorbij.
staff-left-no-seat = De getoonde plaats is intussen weg.
staff-left-changed = Veranderd sinds u keek. Kijk opnieuw voor u antwoordt.
staff-done-accept-many = { $n ->
    [one] 1 persoon is aanvaard en krijgt een e-mail.
   *[other] { $n } personen zijn aanvaard en krijgen elk een e-mail.
}
staff-done-refuse-many = { $n ->
    [one] 1 persoon is niet aanvaard en krijgt een e-mail met uw reden.
   *[other] { $n } personen zijn niet aanvaard en krijgen een e-mail met uw reden.
}

# The note for colleagues
staff-note = Nota voor collega’s
staff-note-about = Nota voor collega’s
staff-note-write = Nota voor collega’s schrijven
staff-note-edit = Nota wijzigen
staff-note-save = Nota bewaren
staff-note-hint = Hoogstens { $most } tekens; leeg gelaten verdwijnt de nota. Medewerkers van dit platform lezen ze. Ze staat in geen enkele e-mail, maar gaat over een persoon: die kan vragen ze te lezen en vindt ze in het bestand met de eigen gegevens. Ze verdwijnt samen met die gegevens.
staff-fault-note-long = De nota telt { $n } tekens; { $most } zijn mogelijk. Maak ze korter.
staff-fault-note-stale = Een collega heeft de nota intussen gewijzigd. Hieronder staan die woorden en daaronder de uwe: behoud wat klopt en bewaar opnieuw.
staff-done-noted = De nota is bewaard.
staff-deed-registration_noted = Nota voor collega’s
staff-journal-field-note = Nota

# Before the others
staff-cause-promoted-by-staff = Kreeg een plaats vóór de anderen
staff-cause-put-first = Vooraan op de wachtlijst gezet
staff-promote = Vóór de anderen zetten
staff-promote-first-what = { $name } is nummer { $place } op de wachtlijst en wordt nummer 1: de volgende plaats die voor die persoon vrij is, gaat daarheen. Wie voorbijgegaan wordt, behoudt de volgorde.
staff-promote-seat-what = { $name } is nummer { $place } op de wachtlijst. Er is nu een plaats vrij: die gaat naar deze persoon vóór de anderen, met een e-mail en uw reden.
staff-promote-reason-hint = 2 tot 300 tekens. Ze blijft in het verloop; de persoon leest ze op de eigen pagina en, bij het krijgen van een plaats, in de e-mail: schrijf in de taal van de persoon.
staff-promote-short = Zeg waarom, in 2 tot 300 tekens.
staff-promote-no-seat = Er is geen plaats meer voor deze persoon.
staff-promote-first-do = Vooraan zetten
staff-promote-seat-do = De plaats geven
staff-done-promoted = De persoon heeft een plaats en krijgt een e-mail met uw reden.
staff-done-put-first = De persoon staat vooraan. De volgende plaats die voor die persoon vrij is, gaat daarheen.
staff-deed-registration_promoted = Vóór de anderen gezet
staff-journal-field-place = Plek op de wachtlijst

# The list as a file
staff-export-workbook = Als werkboek (XLSX)
