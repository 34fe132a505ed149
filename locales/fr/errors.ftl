# Ce qui ne va pas dans une réponse, et comment la corriger. La dernière partie de la clé est le code de l’erreur.

error-name-empty = Indiquez votre nom complet.
error-name-too_long = Indiquez un nom plus court, de 120 caractères au maximum.
error-name-control_character = Tapez à nouveau votre nom : il contient un caractère caché ou un retour à la ligne.
error-name-no_letter = Indiquez un nom avec au moins une lettre.

error-email-empty = Indiquez votre adresse e-mail professionnelle.
error-email-too_long = Indiquez une adresse e-mail plus courte : 254 caractères au maximum, dont 64 avant le @.
error-email-no_at = Indiquez une adresse e-mail avec un seul @, comme nom@exemple.be.
error-email-bad_character = Vérifiez la partie avant le @ : elle contient un espace ou un caractère que nous ne pouvons pas utiliser.
error-email-bad_domain = Vérifiez la partie après le @ : elle doit ressembler à exemple.be.

error-organisation-empty = Indiquez le nom de votre organisation.
error-organisation-too_long = Indiquez un nom d’organisation plus court, de 160 caractères au maximum.
error-organisation-control_character = Tapez à nouveau le nom de votre organisation : il contient un caractère caché ou un retour à la ligne.
error-organisation-no_letter = Indiquez un nom d’organisation avec au moins une lettre ou un chiffre.

error-line-empty = Remplissez ce champ.
error-line-too_long = Indiquez un texte plus court.
error-line-control_character = Tapez ce texte à nouveau : il contient un caractère caché ou un retour à la ligne.
error-line-no_letter = Indiquez au moins une lettre ou un chiffre.

error-sector-missing = Choisissez le secteur dans lequel vous travaillez.
error-mode-missing = Choisissez comment vous voulez participer.
error-language-missing = Choisissez une langue.
