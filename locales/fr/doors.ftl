# A closed door: what the holder of a personal link reads whose mandate is over.
door-ended-title = Votre mandat a pris fin
door-ended = Votre mandat sur la plateforme { $platform } a pris fin le { $day }. Ses réunions sont réservées aux titulaires d’un mandat et à leurs invités.
door-to-come-title = Votre mandat n’a pas encore commencé
door-to-come = Vous n’avez pas de mandat en cours aujourd’hui sur la plateforme { $platform }.
door-gone-title = Vous n’avez plus de mandat
door-gone = Vous n’avez plus de mandat sur la plateforme { $platform }. Ses réunions sont réservées aux titulaires d’un mandat et à leurs invités.
door-begins = Votre prochain mandat commence le { $day }. À partir de ce jour, ce lien fonctionne à nouveau.
door-ask = Votre mandat a été renouvelé, ou il s’agit d’une erreur ? Adressez-vous aux organisateurs : { $contact }.
