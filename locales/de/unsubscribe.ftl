# The page that ends messages and invitations of a platform.
unsubscribe-title = Keine Nachrichten mehr von { $platform }?
unsubscribe-text = Sie erhalten dann an diese Adresse keine Nachrichten der Veranstalter und keine Einladungen mehr von { $platform }. Sind Sie angemeldet, bleiben Sie es und erhalten alles, was Ihren Platz betrifft.
unsubscribe-end = Keine Nachrichten mehr
unsubscribe-ended-title = Sie erhalten keine Nachrichten mehr von { $platform }
unsubscribe-ended = Nachrichten der Veranstalter und Einladungen von { $platform } kommen nicht mehr an diese Adresse. Ihre Anmeldungen bleiben, wie sie sind, und was Ihren Platz betrifft, erhalten Sie weiterhin.
unsubscribe-begin = Wieder Nachrichten erhalten
erased-stays = Wollten Sie keine Mitteilungen mehr, bewahren wir das in einer Form auf, die Ihre Adresse nicht zeigt, damit es weiter gilt.
