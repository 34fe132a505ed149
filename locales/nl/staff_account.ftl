# Signing in and one’s own account: password, second factor, passkeys, sign-ins.

staff-forgot = Wachtwoord vergeten? Vraag het de beheerder.

staff-fault-sign-in = Controleer uw e-mailadres en wachtwoord: ze horen niet bij elkaar, of u hebt geen toegang meer.

# One’s own account
staff-account = Uw account
staff-second-factor = Tweede factor
staff-second-factor-none = Bij het aanmelden vragen we alleen uw wachtwoord. Met een tweede factor vragen we ook een code uit een app op uw telefoon.
staff-second-factor-since = Aan sinds { $at }. { $left ->
    [0] Er is geen code voor een verloren telefoon meer.
    [one] Er is nog één code voor een verloren telefoon.
   *[other] Er zijn nog { $left } codes voor een verloren telefoon.
}
staff-second-factor-begin = Een tweede factor instellen
staff-second-factor-set = Aanzetten
staff-second-factor-off = De tweede factor uitzetten
staff-second-factor-on = Met een tweede factor
staff-scan-do = Scan deze QR-code met een authenticator-app op uw telefoon.
staff-scan-label = QR-code met het geheim
staff-scan-type = Of typ dit in de app:
staff-scan-then = Typ de code die de app toont.
staff-code = Code
staff-code-hint = Zes cijfers uit uw app.
staff-code-hint-lost = Zes cijfers uit uw app. Telefoon kwijt? Gebruik een van de codes die u bewaarde, of vraag het de beheerder.
staff-recovery-made = De tweede factor staat aan. Deze codes helpen als uw telefoon kwijt is:
staff-recovery-what = U ziet ze maar één keer. Bewaar ze op een veilige plaats; elke code werkt één keer.
staff-sign-ins = Waar u bent aangemeld
staff-sign-in-since = Aangemeld sinds
staff-sign-in-seen = Laatst gebruikt
staff-sign-in-here = Deze browser
staff-sign-ins-end = Overal elders afmelden
staff-password-change = Het wachtwoord wijzigen
staff-password-present = Huidig wachtwoord
staff-password-next = Nieuw wachtwoord
staff-password-rule = Minstens { $n } tekens. U wordt daarna overal afgemeld.
staff-sign-in-code = Tweede factor
staff-fault-password = Dit is niet uw huidige wachtwoord.
staff-fault-password-short = Het nieuwe wachtwoord heeft minstens { $n } tekens nodig.
staff-fault-code = Deze code is fout of al gebruikt. Wacht op de volgende in uw app. Na tien foute codes op rij nemen we er een kwartier lang geen aan.
staff-fault-code-first = Deze code past niet. De QR-code is nog dezelfde: wacht tot uw app de volgende code toont en typ die. Staat de klok van uw telefoon juist?
staff-done-second-factor-off = De tweede factor staat uit.
staff-done-sign-ins-ended = { $n ->
    [0] U was nergens anders aangemeld.
    [one] Eén sessie is beëindigd.
   *[other] { $n } sessies zijn beëindigd.
}
staff-done-password-changed = Uw wachtwoord is gewijzigd. Meld u aan met het nieuwe.
staff-journal-field-second_factor = Tweede factor
staff-deed-second_factor_set = Tweede factor ingesteld
staff-deed-second_factor_taken = Tweede factor uitgezet
staff-fault-code-missing = Typ de code. Uw app toont hem, zes cijfers.
staff-fault-code-lapsed = Hier wacht geen QR-code op een eerste code: hij is meer dan een half uur oud of werd bij een andere aanmelding getoond. Begin opnieuw met uw wachtwoord en verwijder de oude vermelding uit uw app.
staff-password-again = Nieuw wachtwoord, nog een keer
staff-fault-password-again = De twee nieuwe wachtwoorden verschillen. Typ twee keer hetzelfde.
staff-device = Toestel
staff-device-unknown = Onbekend toestel
staff-sign-in-end = Daar afmelden
staff-ask-back = Terug naar de gebruikers
staff-ask-password = Een nieuw wachtwoord geven
staff-ask-password-what = { $whose } wordt meteen overal afgemeld en het oude wachtwoord opent niets meer. U ziet het nieuwe één keer, op de volgende pagina, en geeft het zelf door. De tweede factor en passkeys blijven: haal ze er ook af als iemand anders ze kan hebben ingesteld.
staff-ask-password-do = Nieuw wachtwoord geven
staff-ask-second-factor-off = Een tweede factor uitzetten
staff-ask-second-factor-off-what = { $whose } meldt zich daarna met alleen het wachtwoord aan; ook passkeys en gekoppelde accounts worden verwijderd. Doe dit alleen als telefoon en codes verloren zijn en u zeker weet wie het vraagt. Een nieuwe instellen kan op de eigen accountpagina.
staff-ask-second-factor-off-do = De tweede factor uitzetten
staff-sign-in-passkey = Aanmelden met een passkey
staff-passkey-none = Er is geen passkey gebruikt. Probeer opnieuw of meld u aan met uw wachtwoord.
staff-passkey-none-made = Er is geen passkey gemaakt, of dit toestel bewaart er al een van u. Probeer opnieuw of ga terug.
staff-passkey-down = Dat lukte niet: laad de pagina opnieuw of gebruik uw wachtwoord.
staff-passkeys = Passkeys
staff-passkeys-what = Met een passkey meldt u zich aan met uw vingerafdruk, gezicht, pincode of beveiligingssleutel, zonder wachtwoord of code. Hij werkt alleen op deze site en kan niet per vergissing worden doorgegeven.
staff-passkey-name = Naam van de passkey
staff-passkey-name-hint = Bijvoorbeeld het toestel dat hem bewaart.
staff-passkey-since = Toegevoegd
staff-passkey-unused = Nog niet
staff-passkey-add = Een passkey toevoegen
staff-passkey-remove = Verwijderen
staff-passkey-remove-what = Hij opent hier dan niets meer. Verwijder hem ook van uw toestel.
staff-passkey-remove-do = De passkey verwijderen
staff-passkey-new = Een passkey toevoegen
staff-passkey-ask = Uw browser vraagt nu waar hij de passkey “{ $name }” bewaart en hoe u die ontgrendelt. U hebt vijf minuten.
staff-passkey-go = Doorgaan
staff-passkey-back = Terug naar het account
staff-passkey-noscript = Een passkey toevoegen vraagt scripts, en die staan in deze browser uit.
staff-fault-passkey = Deze passkey opent hier niets, het antwoord kwam te laat of u hebt geen toegang meer. Probeer opnieuw of meld u aan met uw wachtwoord.
staff-fault-passkey-name = Geef de passkey een naam van hoogstens 60 tekens.
staff-fault-passkey-script = Uw browser heeft geen passkey gemaakt: scripts staan uit of hij kent ze niet.
staff-fault-passkey-new = Het antwoord van uw toestel past niet of kwam na meer dan vijf minuten. Begin opnieuw.
staff-fault-passkey-known = Deze passkey is al bekend.
staff-done-passkey-added = De passkey is toegevoegd. U kunt zich er voortaan mee aanmelden.
staff-done-passkey-removed = De passkey is verwijderd.
staff-journal-field-passkey = Passkey
staff-deed-passkey_added = Passkey toegevoegd
staff-deed-passkey_removed = Passkey verwijderd
