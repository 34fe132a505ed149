# A closed door: what the holder of a personal link reads whose mandate is over.
door-ended-title = Uw mandaat is geëindigd
door-ended = Uw mandaat op het platform { $platform } eindigde op { $day }. De vergaderingen zijn voor mandaathouders en hun gasten.
door-to-come-title = Uw mandaat is nog niet begonnen
door-to-come = U hebt op het platform { $platform } geen mandaat dat vandaag loopt.
door-gone-title = U hebt geen mandaat meer
door-gone = U hebt geen mandaat meer op het platform { $platform }. De vergaderingen zijn voor mandaathouders en hun gasten.
door-begins = Uw volgende mandaat begint op { $day }. Vanaf die dag werkt deze link weer.
door-ask = Is uw mandaat verlengd, of klopt dit niet? Vraag het de organisatoren: { $contact }.
