# Texts of the pages: keys start with the page's name.

site-owner = Centre pour la Cybersécurité Belgique
site-short = CCB
site-service = Inscription aux événements
layout-skip = Aller au contenu
layout-languages = Langue
layout-error-prefix = Erreur :
layout-about = À propos de ce service
layout-privacy = Vie privée
layout-accessibility = Accessibilité
form-problem = Il y a un problème
