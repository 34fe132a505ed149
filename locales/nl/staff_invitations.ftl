# Invitations to an event: choosing, sending, answers.

staff-invitations = Uitnodigingen
staff-invitations-search = Zoeken op naam, organisatie of e-mailadres
staff-no-invitations = Hier staat niemand.
staff-invitation-withdraw = Terugnemen
staff-sendings = Verzendingen
staff-sending-progress = { $sent } van { $all } verzonden
staff-sending-stopped = Gestopt.
staff-sending-planned = { $n ->
    [one] Gepland voor één persoon
   *[other] Gepland voor { $n } mensen
}
staff-sending-failed = { $n ->
    [one] Eén niet afgeleverd
   *[other] { $n } niet afgeleverd
}
staff-sending-stop = Stoppen
staff-invite = Mensen uitnodigen
staff-invite-what = Iedereen krijgt een persoonlijke link. Die geldt voor één adres, het formulier is ingevuld, en één knop geeft een plaats of een plek op de wachtlijst. Voor er iets wordt verzonden, ziet u wie bedoeld is en hoe de e-mail luidt.
staff-invite-list = Een lijst
staff-invite-people = Mensen
staff-invite-list-hint = Eén persoon per regel: naam; e-mailadres; organisatie; sector; taal. Alleen adressen mag ook. U kunt ook een tabel of een CSV-bestand plakken waarvan de eerste regel de kolommen noemt.
staff-invite-members = Leden van het platform
staff-invite-members-hint = Wie vandaag een lopend mandaat heeft op de ledenlijst.
staff-invite-members-all = Alle functies
staff-fault-no-members = Niemand heeft vandaag een lopend mandaat in deze functie.
staff-invite-guests = Gasten van vorige evenementen
staff-invite-guests-hint = Samen met de lijst, of in plaats ervan. Alleen mensen van wie de gegevens nog bewaard worden.
staff-invite-from-none = Geen
staff-invite-from-all = Alle vorige evenementen van dit platform
staff-invite-who = Wie
staff-invite-who-registered = Iedereen die zich inschreef
staff-invite-who-present = Wie aanwezig was
staff-invite-any = Alle
staff-invite-organisation = Organisatie (deel van de naam)
staff-invite-sending = Verzending
staff-invite-language = Taal van de e-mail
staff-invite-language-hint = Voor mensen in de lijst die geen eigen taal hebben.
staff-invite-send-at = Verzenden op
staff-invite-send-at-hint = Laat leeg om meteen te verzenden. De inschrijvingen sluiten op { $closes }.
staff-invite-check = Nakijken
staff-invite-checked = Kijk de uitnodigingen na
staff-invite-count = { $n ->
    [0] Niemand wordt uitgenodigd.
    [one] Eén persoon wordt uitgenodigd.
   *[other] { $n } mensen worden uitgenodigd.
}
staff-invite-now = De e-mails vertrekken meteen.
staff-invite-at = De e-mails vertrekken op { $at }.
staff-invite-left-out = Niet uitgenodigd: { $n }
staff-invite-line = Regel { $line }
staff-invite-more = { $n ->
    [one] en nog één
   *[other] en nog { $n }
}
staff-invite-who-gets = Wie ze krijgt
staff-invite-mail = De e-mail
staff-invite-do = { $n ->
    [one] Nodig één persoon uit
   *[other] Nodig { $n } mensen uit
}
staff-invite-change = Wijzigen
staff-invite-line-sector = Dit is geen sector. Gebruik privaat, academisch of publiek.
staff-invite-line-language = Dit is geen taal waarin we schrijven. Gebruik nl, fr, de of en.
staff-invite-line-row = Dit staat rechts van de laatste kolom. Staat er een scheidingsteken te veel?
staff-invite-table-empty = Er staat niets in de lijst.
staff-invite-table-no-rows = Onder de namen van de kolommen staat niets.
staff-invite-table-workbook = Deze werkmap kunnen we niet lezen. Bewaar de tabel als .xlsx zonder wachtwoord, of als CSV.
staff-invite-table-not-text = Dit is geen tekst. Bewaar de tabel als CSV in UTF-8.
staff-invite-table-too-large = De lijst is te groot. Splits ze op.
staff-invite-table-too-many-rows = De lijst heeft te veel regels. Splits ze op.
staff-invite-table-unknown-columns = Onbekende kolommen: { $names }. Bekend zijn naam, e-mailadres, organisatie, sector en taal.
staff-invite-table-missing-columns = Ontbrekende kolommen: { $names }. De eerste regel noemt de kolommen.
staff-invite-table-twice-column = Twee kolommen betekenen { $names }. Laat er een weg.
staff-invite-table-open-quote = Regel { $names }: een aanhalingsteken wordt geopend en nooit gesloten.
staff-fault-list = Vul een lijst in of kies vorige evenementen.
staff-fault-list-long = De lijst bevat meer dan { $n } mensen. Splits ze op.
staff-fault-no-guests = Op deze evenementen werd niemand gevonden.
staff-fault-send-at = Kies een moment dat nog komt, voor de inschrijvingen sluiten.
staff-remind-invited = Herinner wie niet antwoordde
staff-remind-count = { $n ->
    [0] Niemand hoeft herinnerd te worden. Wie de voorbije 24 uur een herinnering kreeg of zich langs een andere weg inschreef, laten we met rust.
    [one] Eén persoon werd bereikt en antwoordde niet.
   *[other] { $n } mensen werden bereikt en antwoordden niet.
}
staff-remind-do = { $n ->
    [one] Herinner één persoon
   *[other] Herinner { $n } mensen
}
staff-done-invited = { $n ->
    [one] Eén persoon is uitgenodigd.
   *[other] { $n } mensen zijn uitgenodigd.
}
staff-done-invitations-planned = { $n ->
    [one] Eén persoon wordt uitgenodigd op het moment dat u koos.
   *[other] { $n } mensen worden uitgenodigd op het moment dat u koos.
}
staff-done-nobody-invited = Niemand werd uitgenodigd: iedereen in de lijst was al uitgenodigd of ingeschreven.
staff-done-invited-reminded = { $n ->
    [0] Niemand hoefde herinnerd te worden.
    [one] Eén persoon krijgt een herinnering.
   *[other] { $n } mensen krijgen een herinnering.
}
staff-done-sending-stopped = { $n ->
    [0] Gestopt. Alles was al verzonden.
    [one] Gestopt. Eén e-mail wordt niet verzonden.
   *[other] Gestopt. { $n } e-mails worden niet verzonden.
}
staff-done-invitation-withdrawn = De uitnodiging is teruggenomen. De link werkt niet meer.
staff-fault-event-invitation-accepted = Deze uitnodiging werd aanvaard. Trek eerst de inschrijving in.
staff-cause-accepted-invitation = Uitnodiging aanvaard
staff-deed-invitations_sent = Mensen uitgenodigd
staff-deed-invitations_reminded = Genodigden herinnerd
staff-deed-invitations_stopped = Verzending gestopt
staff-deed-invitation_withdrawn = Uitnodiging teruggenomen
staff-deed-invitation_erased = Uitnodiging gewist
staff-journal-field-batch = Verzending
staff-journal-field-send_at = Verzenden op
staff-journal-field-unsent = Niet verzonden
staff-journal-field-invitations = Uitnodigingen
