# Signing in and one’s own account: password, second factor, passkeys, sign-ins.

staff-forgot = Mot de passe oublié ? Demandez à l’administrateur.

staff-fault-sign-in = Vérifiez votre adresse e-mail et votre mot de passe : ils ne correspondent pas, ou vous n’avez plus accès.

# One’s own account
staff-account = Votre compte
staff-second-factor = Second facteur
staff-second-factor-none = À la connexion, nous demandons seulement votre mot de passe. Avec un second facteur, nous demandons aussi un code d’une application sur votre téléphone.
staff-second-factor-since = Actif depuis { $at }. { $left ->
    [0] Il ne reste aucun code pour un téléphone perdu.
    [one] Il reste un code pour un téléphone perdu.
   *[other] Il reste { $left } codes pour un téléphone perdu.
}
staff-second-factor-begin = Configurer un second facteur
staff-second-factor-set = Activer
staff-second-factor-off = Désactiver le second facteur
staff-second-factor-on = Avec un second facteur
staff-scan-do = Scannez ce code QR avec une application d’authentification sur votre téléphone.
staff-scan-label = Code QR avec le secret
staff-scan-type = Ou tapez ceci dans l’application :
staff-scan-then = Tapez le code que l’application affiche.
staff-code = Code
staff-code-hint = Six chiffres de votre application.
staff-code-hint-lost = Six chiffres de votre application. Téléphone perdu ? Utilisez un des codes que vous avez gardés, ou demandez à l’administrateur.
staff-recovery-made = Le second facteur est actif. Ces codes servent si votre téléphone est perdu :
staff-recovery-what = Vous ne les voyez qu’une seule fois. Gardez-les en lieu sûr ; chacun sert une fois.
staff-sign-ins = Où vous êtes connecté
staff-sign-in-since = Connexion depuis
staff-sign-in-seen = Dernière utilisation
staff-sign-in-here = Ce navigateur
staff-sign-ins-end = Se déconnecter partout ailleurs
staff-password-change = Changer le mot de passe
staff-password-present = Mot de passe actuel
staff-password-next = Nouveau mot de passe
staff-password-rule = Au moins { $n } caractères. Vous êtes ensuite déconnecté partout.
staff-sign-in-code = Second facteur
staff-fault-password = Ce n’est pas votre mot de passe actuel.
staff-fault-password-short = Le nouveau mot de passe doit avoir au moins { $n } caractères.
staff-fault-code = Ce code est faux ou déjà utilisé. Attendez le suivant dans votre application. Après dix codes faux de suite, nous n’en acceptons plus pendant un quart d’heure.
staff-fault-code-first = Ce code ne convient pas. Le code QR reste le même : attendez que votre application affiche le code suivant et tapez-le. L’heure de votre téléphone est-elle juste ?
staff-done-second-factor-off = Le second facteur est désactivé.
staff-done-sign-ins-ended = { $n ->
    [0] Vous n’étiez connecté nulle part ailleurs.
    [one] Une session est terminée.
   *[other] { $n } sessions sont terminées.
}
staff-done-password-changed = Votre mot de passe est changé. Connectez-vous avec le nouveau.
staff-journal-field-second_factor = Second facteur
staff-deed-second_factor_set = Second facteur configuré
staff-deed-second_factor_taken = Second facteur désactivé
staff-fault-code-missing = Tapez le code. Votre application l’affiche, six chiffres.
staff-fault-code-lapsed = Aucun code QR n’attend ici son premier code : il date de plus d’une demi-heure ou a été affiché dans une autre connexion. Recommencez avec votre mot de passe et supprimez l’ancienne entrée de votre application.
staff-password-again = Nouveau mot de passe, une seconde fois
staff-fault-password-again = Les deux nouveaux mots de passe diffèrent. Tapez deux fois le même.
staff-device = Appareil
staff-device-unknown = Appareil inconnu
staff-sign-in-end = Y mettre fin
staff-ask-back = Retour aux utilisateurs
staff-ask-password = Donner un nouveau mot de passe
staff-ask-password-what = { $whose } est aussitôt déconnecté partout et l’ancien mot de passe n’ouvre plus rien. Vous voyez le nouveau une seule fois, à la page suivante, et le transmettez vous-même. Le second facteur et les clés d’accès restent : retirez-les aussi si quelqu’un d’autre a pu les configurer.
staff-ask-password-do = Donner un nouveau mot de passe
staff-ask-second-factor-off = Désactiver un second facteur
staff-ask-second-factor-off-what = { $whose } se connectera ensuite avec le seul mot de passe ; les clés d’accès et les comptes liés sont supprimés eux aussi. Ne le faites que si le téléphone et les codes sont perdus et si vous êtes sûr de la personne qui le demande. Un nouveau facteur se configure sur la page de son compte.
staff-ask-second-factor-off-do = Désactiver le second facteur
staff-sign-in-passkey = Se connecter avec une clé d’accès
staff-passkey-none = Aucune clé d’accès n’a été utilisée. Réessayez ou connectez-vous avec votre mot de passe.
staff-passkey-none-made = Aucune clé d’accès n’a été créée, ou cet appareil en garde déjà une à vous. Réessayez ou revenez en arrière.
staff-passkey-down = Cela n’a pas fonctionné : rechargez la page ou utilisez votre mot de passe.
staff-passkeys = Clés d’accès
staff-passkeys-what = Avec une clé d’accès (passkey), vous vous connectez par votre empreinte, votre visage, un code PIN ou une clé de sécurité, sans mot de passe ni code. Elle ne fonctionne que sur ce site et ne peut être transmise par erreur.
staff-passkey-name = Nom de la clé d’accès
staff-passkey-name-hint = Par exemple l’appareil qui la garde.
staff-passkey-since = Ajoutée
staff-passkey-unused = Pas encore
staff-passkey-add = Ajouter une clé d’accès
staff-passkey-remove = Supprimer
staff-passkey-remove-what = Elle n’ouvre alors plus rien ici. Supprimez-la aussi de votre appareil.
staff-passkey-remove-do = Supprimer la clé d’accès
staff-passkey-new = Ajouter une clé d’accès
staff-passkey-ask = Votre navigateur demande maintenant où garder la clé d’accès « { $name } » et comment vous la déverrouillez. Vous avez cinq minutes.
staff-passkey-go = Continuer
staff-passkey-back = Retour au compte
staff-passkey-noscript = L’ajout d’une clé d’accès demande des scripts, désactivés dans ce navigateur.
staff-fault-passkey = Cette clé d’accès n’ouvre rien ici, la réponse est venue trop tard ou vous n’avez plus accès. Réessayez ou connectez-vous avec votre mot de passe.
staff-fault-passkey-name = Donnez à la clé d’accès un nom de 60 caractères au plus.
staff-fault-passkey-script = Votre navigateur n’a créé aucune clé d’accès : les scripts sont désactivés, ou il n’en connaît pas.
staff-fault-passkey-new = La réponse de votre appareil ne convient pas ou a pris plus de cinq minutes. Recommencez.
staff-fault-passkey-known = Cette clé d’accès est déjà connue.
staff-done-passkey-added = La clé d’accès est ajoutée. Vous pouvez désormais vous connecter avec elle.
staff-done-passkey-removed = La clé d’accès est supprimée.
staff-journal-field-passkey = Clé d’accès
staff-deed-passkey_added = Clé d’accès ajoutée
staff-deed-passkey_removed = Clé d’accès supprimée
