# Texts of the pages: keys start with the page's name.

site-owner = Centrum voor Cybersecurity België
site-short = CCB
site-service = Inschrijven voor evenementen
layout-skip = Naar de inhoud
layout-languages = Taal
layout-error-prefix = Fout:
layout-about = Over deze dienst
layout-privacy = Privacy
layout-accessibility = Toegankelijkheid
form-problem = Er is een probleem
