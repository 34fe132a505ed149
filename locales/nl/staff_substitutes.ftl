# Substitutes: on the page of a registration, of a platform, in the journal.
staff-cause-replaced = Vervangen door een collega
staff-cause-stood-in = Nam de plaats van een collega over
staff-reason-replaced = Een vervanger heeft de plaats overgenomen.
staff-reason-stood-in = De plaats was van een collega, die ze aanbood.
staff-substitute-for = Vervangt
staff-substitute-by = Vervangen door
staff-substitute-asked = Als vervanger gevraagd
staff-substitute-until = antwoord mogelijk tot { $before }
staff-platform-substitutes = Vervangers
staff-platform-substitutes-title = Wie niet kan komen
staff-platform-substitutes-yes = Wie een plaats heeft, mag een collega aanduiden
staff-platform-substitutes-no = Niet toegestaan
staff-platform-substitutes-open = De collega neemt de plaats over, ook als er mensen wachten. Is een e-maildomein van de organisatie geregistreerd, dan moet het adres daarbij horen.
staff-platform-substitutes-approval = De collega neemt de plaats over zonder dat een organisator daarover beslist. Dat kan alleen met een adres in een geregistreerd e-maildomein van de organisatie.
staff-platform-substitutes-members = Alleen wie zelf een mandaat voor dezelfde organisatie heeft, kan overnemen.
staff-fault-platform-substitutes = Kies of vervangers zijn toegestaan.
staff-deed-seat_handed_on = Plaats overgedragen
