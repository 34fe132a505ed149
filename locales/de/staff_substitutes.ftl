# Substitutes: on the page of a registration, of a platform, in the journal.
staff-cause-replaced = Durch eine Vertretung ersetzt
staff-cause-stood-in = Hat einen Platz als Vertretung übernommen
staff-reason-replaced = Eine Vertretung hat den Platz übernommen.
staff-reason-stood-in = Der Platz wurde von jemandem aus derselben Organisation angeboten.
staff-substitute-for = Vertritt
staff-substitute-by = Vertreten durch
staff-substitute-asked = Als Vertretung gefragt
staff-substitute-until = Antwort möglich bis { $before }
staff-platform-substitutes = Vertretungen
staff-platform-substitutes-title = Wer nicht kommen kann
staff-platform-substitutes-yes = Wer einen Platz hat, darf eine Vertretung benennen
staff-platform-substitutes-no = Nicht erlaubt
staff-platform-substitutes-open = Die Vertretung übernimmt den Platz, auch wenn andere warten. Ist eine E-Mail-Domäne der Organisation erfasst, muss die Adresse dazugehören.
staff-platform-substitutes-approval = Die Vertretung übernimmt den Platz, ohne dass darüber entschieden wird. Das geht nur mit einer Adresse in einer erfassten E-Mail-Domäne der Organisation.
staff-platform-substitutes-members = Nur wer selbst ein Mandat für dieselbe Organisation hat, kann übernehmen.
staff-fault-platform-substitutes = Wählen Sie, ob Vertretungen erlaubt sind.
staff-deed-seat_handed_on = Platz weitergegeben
