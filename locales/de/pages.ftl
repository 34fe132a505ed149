# Texts of the pages: keys start with the page's name.

site-owner = Zentrum für Cybersicherheit Belgien
site-short = CCB
site-service = Anmeldung zu Veranstaltungen
layout-skip = Zum Inhalt
layout-languages = Sprache
layout-error-prefix = Fehler:
layout-about = Über diesen Dienst
layout-privacy = Datenschutz
layout-accessibility = Barrierefreiheit
form-problem = Es gibt ein Problem
