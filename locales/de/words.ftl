# Die Wörter des Fachgebiets. Der Teil nach dem Namen der Familie ist der Code des Worts.

language-nl = Niederländisch
language-fr = Französisch
language-de = Deutsch
language-en = Englisch

sector-private = Privatwirtschaft
sector-academic = Hochschulen und Forschung
sector-public = Öffentlicher Sektor

mode-on_site = Vor Ort
mode-online = Online

format-on_site = Vor Ort
format-online = Online
format-hybrid = Vor Ort und online

state-pending = Noch nicht angemeldet
state-awaiting_approval = Wartet auf Antwort
state-confirmed = Angemeldet
state-waitlisted = Auf der Warteliste
state-withdrawn = Abgemeldet
state-rejected = Nicht angenommen
state-cancelled = Veranstaltung abgesagt
state-expired = Nicht rechtzeitig bestätigt

event-status-draft = Entwurf
event-status-published = Veröffentlicht
event-status-called_off = Abgesagt

tlp-clear = Sie dürfen das Gehörte frei weitergeben.
tlp-green = Sie dürfen das Gehörte in Ihrer Fachgemeinschaft weitergeben, aber nicht öffentlich.
tlp-amber = Sie dürfen das Gehörte in Ihrer Organisation und an deren Kunden weitergeben, nur an Personen, die es wissen müssen.
tlp-amber_strict = Sie dürfen das Gehörte nur in Ihrer eigenen Organisation weitergeben, an Personen, die es wissen müssen.
tlp-red = Das Gehörte bleibt unter den Teilnehmenden. Geben Sie es nicht weiter.

# Warum eine Entscheidung so gefallen ist. Die Person liest diesen Text.
reason-seat_free = Ein Platz war frei.
reason-capacity_full = { $limit ->
    [one] Der einzige Platz ist vergeben.
   *[other] Alle { $limit } Plätze sind vergeben.
}
reason-quota_full = { $sector ->
    [private] Das Kontingent von { $limit } für die Privatwirtschaft ist ausgeschöpft.
    [academic] Das Kontingent von { $limit } für Hochschulen und Forschung ist ausgeschöpft.
   *[public] Das Kontingent von { $limit } für den öffentlichen Sektor ist ausgeschöpft.
}
reason-organisation_full = { $limit ->
    [one] Ihre Organisation hat bereits den einen Platz, den eine Organisation bekommen kann.
   *[other] Ihre Organisation hat bereits die { $limit } Plätze, die eine Organisation bekommen kann.
}
reason-seat_freed = Ein Platz wurde frei und Sie waren an der Reihe.
reason-own_wish = Das geschah auf Ihren Wunsch.
reason-erased = Sie haben Ihre Daten gelöscht.
reason-not_proven = Die E-Mail-Adresse wurde nicht rechtzeitig bestätigt.
reason-called_off = Die Veranstaltung wurde abgesagt.
reason-staff = Die Veranstalter haben entschieden: „{ $text }“
reason-mandate_ended = Das Mandat endete am { $day }.
reason-mandate_gone = Auf der Mitgliederliste steht kein Mandat mehr.

# Was geschehen ist, für den Verlauf auf der persönlichen Seite.
cause-registered = Sie haben das Formular ausgefüllt.
cause-repeated = Sie haben das Formular noch einmal ausgefüllt. Es hat sich nichts geändert.
cause-repeated_soon = Sie haben das Formular noch einmal ausgefüllt. Es hat sich nichts geändert.
cause-proved = Sie haben Ihre E-Mail-Adresse bestätigt.
cause-entered_by_staff = Die Veranstalter haben Ihre Anmeldung eingetragen.
cause-promoted = Ein Platz wurde für Sie frei.
cause-withdrew = Sie haben sich abgemeldet.
cause-withdrawn_by_staff = Die Veranstalter haben Sie abgemeldet.
cause-mandate_ended = Ihr Mandat auf dieser Plattform ist beendet.
cause-switched_mode = Sie haben die Art der Teilnahme geändert.
cause-corrected = Sie haben Ihre Angaben berichtigt.
cause-event_changed = Zeit oder Ort der Veranstaltung haben sich geändert.
cause-event_called_off = Die Veranstaltung wurde abgesagt.
cause-proof_lapsed = Die E-Mail-Adresse wurde nicht rechtzeitig bestätigt.
cause-erased = Sie haben Ihre Daten gelöscht.
cause-reminded = Wir haben Ihnen eine Erinnerung geschickt.
cause-told_how_to_join = Wir haben Ihnen geschickt, wie Sie online teilnehmen.

changed-starts = Beginn
changed-ends = Ende
changed-venue = Ort
changed-format = Form
changed-join_link = Link zur Online-Teilnahme
changed-mode = Art der Teilnahme

proof-source-door = Am Eingang
proof-source-link = Online teilgenommen
proof-source-report = Bericht des Konferenzdienstes
proof-source-hand = Von Hand eingetragen

role-admin = Administration
role-organiser = Veranstalter
role-desk = Empfang
role-reporter = Berichterstattung

audience-open = Offen für alle
audience-approval = Nach Zustimmung der Veranstalter
audience-members = Nur für Mitglieder

visibility-public = Öffentlich
visibility-hidden = Verborgen

cadence-quarterly = Jedes Quartal
cadence-quarterly_following = Jedes Quartal, nach einer anderen Veranstaltung
cadence-monthly = Jeden Monat
cadence-regular = Regelmäßig
cadence-periodic = Von Zeit zu Zeit
cadence-none_set = Kein fester Rhythmus

mail-kind-prove_address = Adresse bestätigen
mail-kind-registration_confirmed = Anmeldung bestätigt
mail-kind-waitlisted = Warteliste
mail-kind-promoted = Platz frei geworden
mail-kind-withdrawn = Abmeldung
mail-kind-event_changed = Veranstaltung geändert
mail-kind-event_cancelled = Veranstaltung abgesagt
mail-kind-reminder = Erinnerung
mail-kind-join_details = Online teilnehmen

# Where organisers decide
cause-approved = Die Veranstalter haben Ihre Anfrage angenommen.
cause-rejected = Die Veranstalter haben Ihre Anfrage nicht angenommen.
mail-kind-registration_received = Anfrage eingegangen
mail-kind-rejected = Anfrage nicht angenommen

# Rosters
function-csi = Informationssicherheitsberater (CSI)
function-dpo = Datenschutzbeauftragter (DPO)
function-ciso = CISO
function-it_manager = IT-Leiter
function-representative = Vertreter
function-expert = Sachverständiger
function-other = Andere Funktion

# Invitations
cause-accepted_invitation = Sie haben die Einladung angenommen.
mail-kind-invitation = Einladung
mail-kind-invitation_reminder = Erinnerung an die Einladung
mail-kind-mandate_question = Frage, ob ein Mandat noch gilt
invitation-state-pending = Noch keine Antwort
invitation-state-accepted = Angenommen
invitation-state-declined = Abgelehnt
invitation-state-bounced = Nicht zugestellt
invitation-state-withdrawn = Zurückgenommen
invitation-verdict-new = Wird eingeladen
invitation-verdict-again = Wird erneut eingeladen
invitation-verdict-invited = Bereits eingeladen
invitation-verdict-declined = Hat bereits abgelehnt
invitation-verdict-registered = Bereits angemeldet
invitation-verdict-refused = Zu dieser Veranstaltung nicht zugelassen
invitation-verdict-twice = Steht zweimal in dieser Liste
cause-promoted_by_staff = Die Veranstalter haben Ihnen vor anderen einen Platz gegeben.
cause-put_first = Die Veranstalter haben Sie an die Spitze der Warteliste gesetzt.
cause-announced = Wir haben Ihnen eine Nachricht geschickt.
mail-kind-announcement = Nachricht der Veranstalter
mail-kind-guest_outcome = Antwort zu einem vorgeschlagenen Gast
cause-told_again = Die Veranstalter haben Ihnen noch einmal eine E-Mail geschickt.
