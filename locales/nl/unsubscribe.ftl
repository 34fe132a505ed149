# The page that ends messages and invitations of a platform.
unsubscribe-title = Geen berichten meer van { $platform }?
unsubscribe-text = U krijgt dan op dit adres geen berichten van de organisatoren en geen uitnodigingen meer van { $platform }. Bent u ingeschreven, dan blijft u dat en krijgt u alles wat over uw plaats gaat.
unsubscribe-end = Geen berichten meer
unsubscribe-ended-title = U krijgt geen berichten meer van { $platform }
unsubscribe-ended = Berichten van de organisatoren en uitnodigingen van { $platform } komen niet meer op dit adres. Uw inschrijvingen blijven zoals ze zijn, en wat over uw plaats gaat, krijgt u nog.
unsubscribe-begin = Toch weer berichten krijgen
erased-stays = Wilde u geen berichten meer, dan bewaren we dat in een vorm die uw adres niet toont, zodat we ons eraan blijven houden.
