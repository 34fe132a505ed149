# A closed door: what the holder of a personal link reads whose mandate is over.
door-ended-title = Ihr Mandat ist beendet
door-ended = Ihr Mandat auf der Plattform { $platform } endete am { $day }. Ihre Sitzungen sind für Mandatsträger und deren Gäste.
door-to-come-title = Ihr Mandat hat noch nicht begonnen
door-to-come = Sie haben auf der Plattform { $platform } kein Mandat, das heute läuft.
door-gone-title = Sie haben kein Mandat mehr
door-gone = Sie haben auf der Plattform { $platform } kein Mandat mehr. Ihre Sitzungen sind für Mandatsträger und deren Gäste.
door-begins = Ihr nächstes Mandat beginnt am { $day }. Ab diesem Tag funktioniert dieser Link wieder.
door-ask = Wurde Ihr Mandat verlängert, oder stimmt das nicht? Fragen Sie die Veranstalter: { $contact }.
