# Was an einer Eingabe nicht stimmt, und wie es richtig geht. Der letzte Teil des Schlüssels ist der Code des Fehlers.

error-name-empty = Geben Sie Ihren vollständigen Namen ein.
error-name-too_long = Geben Sie einen kürzeren Namen ein, höchstens 120 Zeichen.
error-name-control_character = Tippen Sie Ihren Namen noch einmal: Er enthält ein verborgenes Zeichen oder einen Zeilenumbruch.
error-name-no_letter = Geben Sie einen Namen mit mindestens einem Buchstaben ein.

error-email-empty = Geben Sie Ihre berufliche E-Mail-Adresse ein.
error-email-too_long = Geben Sie eine kürzere E-Mail-Adresse ein: höchstens 254 Zeichen, davon 64 vor dem @.
error-email-no_at = Geben Sie eine E-Mail-Adresse mit einem @ ein, zum Beispiel name@beispiel.be.
error-email-bad_character = Prüfen Sie den Teil vor dem @: Er enthält ein Leerzeichen oder ein Zeichen, das wir nicht verwenden können.
error-email-bad_domain = Prüfen Sie den Teil nach dem @: Er muss aussehen wie beispiel.be.

error-organisation-empty = Geben Sie den Namen Ihrer Organisation ein.
error-organisation-too_long = Geben Sie einen kürzeren Namen Ihrer Organisation ein, höchstens 160 Zeichen.
error-organisation-control_character = Tippen Sie den Namen Ihrer Organisation noch einmal: Er enthält ein verborgenes Zeichen oder einen Zeilenumbruch.
error-organisation-no_letter = Geben Sie einen Namen Ihrer Organisation mit mindestens einem Buchstaben oder einer Ziffer ein.

error-line-empty = Füllen Sie dieses Feld aus.
error-line-too_long = Geben Sie einen kürzeren Text ein.
error-line-control_character = Tippen Sie diesen Text noch einmal: Er enthält ein verborgenes Zeichen oder einen Zeilenumbruch.
error-line-no_letter = Geben Sie mindestens einen Buchstaben oder eine Ziffer ein.

error-sector-missing = Wählen Sie den Sektor, in dem Sie arbeiten.
error-mode-missing = Wählen Sie, wie Sie teilnehmen möchten.
error-language-missing = Wählen Sie eine Sprache.
