# Substitutes: on the page of a registration, of a platform, in the journal.
staff-cause-replaced = Remplacé par un collègue
staff-cause-stood-in = A repris la place d’un collègue
staff-reason-replaced = Un remplaçant a repris la place.
staff-reason-stood-in = La place était celle d’un collègue, qui l’a proposée.
staff-substitute-for = Remplace
staff-substitute-by = Remplacé par
staff-substitute-asked = Remplaçant demandé
staff-substitute-until = réponse possible jusqu’au { $before }
staff-platform-substitutes = Remplaçants
staff-platform-substitutes-title = Qui ne peut pas venir
staff-platform-substitutes-yes = Qui a une place peut désigner un collègue
staff-platform-substitutes-no = Pas autorisés
staff-platform-substitutes-open = Le collègue reprend la place, même si des personnes attendent. Si un domaine e-mail de l’organisation est enregistré, l’adresse doit en faire partie.
staff-platform-substitutes-approval = Le collègue reprend la place sans décision d’un organisateur. C’est possible uniquement avec une adresse dans un domaine e-mail enregistré de l’organisation.
staff-platform-substitutes-members = Seule une personne qui détient elle-même un mandat pour la même organisation peut reprendre la place.
staff-fault-platform-substitutes = Choisissez si des remplaçants sont autorisés.
staff-deed-seat_handed_on = Place transmise
