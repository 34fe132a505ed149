# De woorden van het domein. Het deel na de naam van de familie is de code van het woord.

language-nl = Nederlands
language-fr = Frans
language-de = Duits
language-en = Engels

sector-private = Privésector
sector-academic = Academische sector
sector-public = Publieke sector

mode-on_site = Ter plaatse
mode-online = Online

format-on_site = Ter plaatse
format-online = Online
format-hybrid = Ter plaatse en online

state-pending = Nog niet ingeschreven
state-awaiting_approval = Wacht op antwoord
state-confirmed = Ingeschreven
state-waitlisted = Op de wachtlijst
state-withdrawn = Uitgeschreven
state-rejected = Niet aanvaard
state-cancelled = Evenement afgelast
state-expired = Niet op tijd bevestigd

event-status-draft = Ontwerp
event-status-published = Gepubliceerd
event-status-called_off = Afgelast

tlp-clear = Wat u hoort, mag u vrij delen.
tlp-green = Wat u hoort, mag u delen binnen uw vakgemeenschap, maar niet openbaar.
tlp-amber = Wat u hoort, mag u delen binnen uw organisatie en met haar klanten, alleen met wie het moet weten.
tlp-amber_strict = Wat u hoort, mag u alleen binnen uw eigen organisatie delen, met wie het moet weten.
tlp-red = Wat u hoort, blijft onder de deelnemers. Deel het niet.

# Waarom een beslissing zo viel. De persoon ziet dit.
reason-seat_free = Er was een plaats vrij.
reason-capacity_full = { $limit ->
    [one] De enige plaats is bezet.
   *[other] Alle { $limit } plaatsen zijn bezet.
}
reason-quota_full = { $sector ->
    [private] Het quotum van { $limit } voor de privésector is vol.
    [academic] Het quotum van { $limit } voor de academische sector is vol.
   *[public] Het quotum van { $limit } voor de publieke sector is vol.
}
reason-organisation_full = { $limit ->
    [one] Uw organisatie heeft al de ene plaats die een organisatie kan krijgen.
   *[other] Uw organisatie heeft al de { $limit } plaatsen die één organisatie kan krijgen.
}
reason-seat_freed = Er kwam een plaats vrij en u was aan de beurt.
reason-own_wish = Dat was op uw eigen verzoek.
reason-erased = U hebt uw gegevens gewist.
reason-not_proven = Het e-mailadres werd niet op tijd bevestigd.
reason-called_off = Het evenement werd afgelast.
reason-staff = De organisatoren hebben beslist: “{ $text }”
reason-mandate_ended = Het mandaat eindigde op { $day }.
reason-mandate_gone = Er staat geen mandaat meer op de ledenlijst.

# Wat er gebeurde, voor het overzicht op de persoonlijke pagina.
cause-registered = U hebt het formulier ingevuld.
cause-repeated = U hebt het formulier opnieuw ingevuld. Er veranderde niets.
cause-repeated_soon = U hebt het formulier opnieuw ingevuld. Er veranderde niets.
cause-proved = U hebt uw e-mailadres bevestigd.
cause-entered_by_staff = De organisatoren hebben uw inschrijving ingevoerd.
cause-promoted = Er kwam een plaats vrij voor u.
cause-withdrew = U hebt zich uitgeschreven.
cause-withdrawn_by_staff = De organisatoren hebben u uitgeschreven.
cause-mandate_ended = Uw mandaat op dit platform is geëindigd.
cause-switched_mode = U hebt gewijzigd hoe u deelneemt.
cause-corrected = U hebt uw gegevens verbeterd.
cause-event_changed = Het tijdstip of de plaats van het evenement veranderde.
cause-event_called_off = Het evenement werd afgelast.
cause-proof_lapsed = Het e-mailadres werd niet op tijd bevestigd.
cause-erased = U hebt uw gegevens gewist.
cause-reminded = We hebben u een herinnering gestuurd.
cause-told_how_to_join = We hebben u gestuurd hoe u online deelneemt.

changed-starts = Begin
changed-ends = Einde
changed-venue = Plaats
changed-format = Vorm
changed-join_link = Link om online deel te nemen
changed-mode = Hoe u deelneemt

proof-source-door = Aan de ingang
proof-source-link = Online deelgenomen
proof-source-report = Verslag van de vergaderdienst
proof-source-hand = Met de hand ingevoerd

role-admin = Beheerder
role-organiser = Organisator
role-desk = Onthaal
role-reporter = Rapporteur

audience-open = Open voor iedereen
audience-approval = Na goedkeuring door de organisatoren
audience-members = Alleen voor leden

visibility-public = Openbaar
visibility-hidden = Verborgen

cadence-quarterly = Elk kwartaal
cadence-quarterly_following = Elk kwartaal, na een ander evenement
cadence-monthly = Elke maand
cadence-regular = Regelmatig
cadence-periodic = Van tijd tot tijd
cadence-none_set = Geen vast ritme

mail-kind-prove_address = Adres bevestigen
mail-kind-registration_confirmed = Inschrijving bevestigd
mail-kind-waitlisted = Wachtlijst
mail-kind-promoted = Plaats vrijgekomen
mail-kind-withdrawn = Uitschrijving
mail-kind-event_changed = Evenement gewijzigd
mail-kind-event_cancelled = Evenement afgelast
mail-kind-reminder = Herinnering
mail-kind-join_details = Online deelnemen

# Where organisers decide
cause-approved = De organisatoren hebben uw aanvraag aanvaard.
cause-rejected = De organisatoren hebben uw aanvraag niet aanvaard.
mail-kind-registration_received = Aanvraag ontvangen
mail-kind-rejected = Aanvraag niet aanvaard

# Rosters
function-csi = Informatieveiligheidsconsulent (CSI)
function-dpo = Functionaris voor gegevensbescherming (DPO)
function-ciso = CISO
function-it_manager = IT-verantwoordelijke
function-representative = Vertegenwoordiger
function-expert = Deskundige
function-other = Andere functie

# Invitations
cause-accepted_invitation = U hebt de uitnodiging aanvaard.
mail-kind-invitation = Uitnodiging
mail-kind-invitation_reminder = Herinnering aan de uitnodiging
mail-kind-mandate_question = Vraag of een mandaat nog geldt
invitation-state-pending = Nog geen antwoord
invitation-state-accepted = Aanvaard
invitation-state-declined = Afgeslagen
invitation-state-bounced = Niet afgeleverd
invitation-state-withdrawn = Teruggenomen
invitation-verdict-new = Wordt uitgenodigd
invitation-verdict-again = Wordt opnieuw uitgenodigd
invitation-verdict-invited = Al uitgenodigd
invitation-verdict-declined = Heeft al afgeslagen
invitation-verdict-registered = Al ingeschreven
invitation-verdict-refused = Niet aanvaard voor dit evenement
invitation-verdict-twice = Staat twee keer in deze lijst
cause-promoted_by_staff = De organisatoren gaven u een plaats vóór anderen.
cause-put_first = De organisatoren zetten u vooraan op de wachtlijst.
cause-announced = We stuurden u een bericht.
mail-kind-announcement = Bericht van de organisatoren
mail-kind-guest_outcome = Antwoord over een voorgestelde gast
cause-told_again = De organisatoren stuurden u nog eens een e-mail.
