# Agenda’s om u op te abonneren: van een platform, en van een persoon.
calendar-title = In uw agenda
calendar-what = Abonneer u op een agenda: nieuwe data, wijzigingen en afgelastingen verschijnen er dan vanzelf in.
calendar-subscribe = Abonneren op de agenda van { $platform }
calendar-address = Of voeg dit adres zelf toe aan uw agenda:
calendar-waiting = Wachtlijst: { $title }
calendar-own-name = { site-owner }: mijn bijeenkomsten
calendar-own-title = Al mijn bijeenkomsten in mijn agenda
calendar-own-what = Abonneer u op een eigen agenda met al uw bijeenkomsten, niet alleen deze. Wijzigingen verschijnen er vanzelf in.
calendar-own-subscribe = Abonneren op mijn agenda
calendar-own-secret = Dit adres is geheim: wie het heeft, ziet waar u aan deelneemt. Deel het met niemand.
calendar-own-renew-what = Heeft iemand anders het adres gezien? Vraag dan een nieuw: het oude werkt meteen niet meer, en uw agenda moet u opnieuw toevoegen.
calendar-own-renew = Een nieuw adres maken
personal-done-renewed = Uw agenda heeft een nieuw adres. Het oude werkt niet meer.
