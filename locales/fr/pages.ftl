# Texts of the pages: keys start with the page's name.

site-owner = Centre pour la Cybersécurité Belgique
site-short = CCB
site-service = Inscription aux événements
layout-skip = Aller au contenu
layout-languages = Langue
layout-error-prefix = Erreur :
layout-about = À propos de ce service
layout-contact = Contact :
layout-privacy = Vie privée
layout-accessibility = Accessibilité
form-problem = Il y a un problème
form-error-of = { $label } : { $fault }

# Choice of language
choice-title = Choisissez votre langue
choice-go = Continuer en français

# Events to come
events-title = Événements à venir
events-lead = Le Centre pour la Cybersécurité Belgique (CCB) explique ici l’état des cybermenaces et ce que vous pouvez faire. La participation est gratuite.
events-qctr = Le Quarterly Cyber Threat Report (QCTR) est l’aperçu des cybermenaces que le CCB donne chaque trimestre.
events-none-title = Aucun événement n’est prévu pour le moment
events-none = Revenez plus tard. Les nouvelles dates sont publiées ici dès qu’elles sont fixées, au moins une fois par trimestre.

# One event
edition = { $quarter ->
    [1] premier trimestre { $year }
    [2] deuxième trimestre { $year }
    [3] troisième trimestre { $year }
   *[4] quatrième trimestre { $year }
}
event-where = Où
event-when = Quand
event-who = Qui peut participer
event-online-how = Si vous participez en ligne, vous recevez le lien par e-mail.
event-tlp = Ce que vous pouvez partager
event-tlp-what = TLP est le Traffic Light Protocol : une étiquette qui dit jusqu’où une information peut circuler.
event-seats = Places
event-closes = Inscription jusqu’au
event-agenda = Programme
agenda-withheld = Une partie sous { $label }
event-ics = Ajouter à votre agenda (.ics)
event-go = Aller au formulaire
seats-on_site = { $left ->
    [0] Sur place : complet, il y a une liste d’attente
    [one] Sur place : encore une place libre
   *[other] Sur place : encore { $left } places libres
}
seats-online = { $left ->
    [0] En ligne : complet, il y a une liste d’attente
    [one] En ligne : encore une place libre
   *[other] En ligne : encore { $left } places libres
}
seats-on_site-free = Sur place : de la place pour tout le monde
seats-online-free = En ligne : de la place pour tout le monde
window-open-title = Inscrivez-vous
window-full-title = Inscrivez-vous sur la liste d’attente
window-full = Toutes les places sont prises. Remplissez le formulaire pour être sur la liste d’attente. Si une place se libère, la première personne de la liste la reçoit automatiquement, et nous envoyons un e-mail.
window-not_yet-title = Les inscriptions ne sont pas encore ouvertes
window-not_yet = Vous pourrez vous inscrire à partir du { $at }. Revenez alors sur cette page.
window-closed-title = Les inscriptions sont closes
window-closed = Les inscriptions étaient ouvertes jusqu’au { $at }. Vous êtes déjà inscrit ? Utilisez le lien dans votre e-mail. Vous voulez encore participer ? Écrivez à { $contact }.
window-past-title = Cet événement est terminé
window-past = Vous ne pouvez plus vous inscrire.
window-called_off-title = Cet événement est annulé
window-called_off = Les personnes inscrites ont reçu un e-mail. Vous ne devez rien faire.
window-approval-title = Demandez une place
window-approval = Les organisateurs examinent chaque demande et répondent par e-mail.
window-members-title = Inscription sur invitation uniquement
window-members = Vous avez reçu une invitation ? Utilisez le lien dans cet e-mail. Une question ? Écrivez à { $contact }.
events-see = Voir les événements à venir

# The form
form-intro = Le formulaire tient sur une page et prend environ une demi-minute. Tous les champs sont obligatoires.
form-name = Nom complet
form-name-why = Pour retrouver votre nom à l’accueil.
form-email = Adresse e-mail professionnelle
form-email-why = Nous y envoyons la confirmation et l’invitation pour votre agenda.
form-organisation = Organisation
form-organisation-why = Le nom de votre entreprise, école ou service public. Nous pouvons ainsi répartir les places équitablement.
form-sector = Dans quel secteur travaillez-vous ?
form-sector-why = Pour les statistiques et pour répartir les places entre les secteurs.
form-mode = Comment voulez-vous participer ?
form-mode-why = Vous pourrez encore changer plus tard.
form-language = Langue de nos e-mails
form-trap = Laissez ce champ vide
form-send = M’inscrire à cet événement
form-send-waiting = M’inscrire sur la liste d’attente
form-after = Vous recevrez ensuite un e-mail avec un lien. Votre inscription n’est faite qu’après votre confirmation.
form-after-waiting = Vous recevrez ensuite un e-mail avec un lien. Vous ne serez sur la liste d’attente qu’après votre confirmation.
form-privacy = Nous utilisons vos données uniquement pour cet événement et les effaçons { $days } jours après.
form-privacy-link = Lisez comment nous traitons vos données
sector-hint-private = Entreprises et indépendants
sector-hint-academic = Enseignement et recherche
sector-hint-public = Autorités et leurs services

# After the form
answer-title = Votre inscription n’est pas encore faite
answer-check = Consultez votre boîte mail. Nous avons envoyé un e-mail à :
answer-steps = Ce que vous devez faire
answer-step-open = Ouvrez l’e-mail envoyé par { $sender } et cliquez sur le lien.
answer-step-confirm = Sur la page qui s’ouvre, cliquez sur le bouton pour confirmer.
answer-step-then = Vous voyez alors tout de suite si vous avez une place ou si vous êtes sur la liste d’attente.
answer-until = Le lien fonctionne pendant { $hours } heures.
answer-none-title = Pas reçu d’e-mail ?
answer-none = Attendez quelques minutes et regardez aussi dans le courrier indésirable. L’adresse ci-dessus n’est pas correcte ? Remplissez alors le formulaire à nouveau.
answer-change = Changer d’adresse

# The personal page
personal-title = Votre inscription
personal-pending-title = Encore un clic : confirmez votre inscription
personal-pending = Votre inscription n’est pas encore faite. Vérifiez ces données et confirmez. Vous verrez tout de suite si vous avez une place ou si vous êtes sur la liste d’attente.
personal-awaiting_approval-title = Nous avons reçu votre demande
personal-awaiting_approval = Les organisateurs examinent votre demande et répondent par e-mail. Vous ne devez rien faire pour le moment.
personal-confirmed-title = Vous avez une place
personal-confirmed = Nous vous avons envoyé un e-mail avec l’invitation pour votre agenda. Vous ne pouvez pas venir ? Désinscrivez-vous ci-dessous : quelqu’un d’autre recevra votre place. Refuser dans votre agenda ne suffit pas.
personal-waitlisted-title = Vous êtes en position { $place } sur la liste d’attente
personal-waitlisted = { $ahead ->
    [0] Personne n’attend avant vous.
    [one] Une personne attend avant vous.
   *[other] { $ahead } personnes attendent avant vous.
} Si une place se libère pour vous, vous la recevez automatiquement, jusqu’au début de l’événement. Nous vous envoyons alors un e-mail avec l’invitation. Vous ne devez rien faire.
personal-withdrawn-title = Votre inscription est annulée
personal-withdrawn = Votre inscription à cet événement ne compte plus. Vous voulez quand même participer ? Remplissez à nouveau le formulaire.
personal-withdrawn-reply = Votre inscription à cet événement ne compte plus. Vous voulez quand même participer ? Répondez à notre e-mail.
personal-fell-title = Votre place a été libérée
personal-rejected-title = Votre demande n’a pas été acceptée
personal-rejected = Vous ne pouvez pas participer à cet événement. Une question ? Répondez à notre e-mail.
personal-cancelled-title = L’événement est annulé
personal-cancelled = Votre inscription est annulée. Vous ne devez rien faire. Si l’événement était dans votre agenda, nous l’en retirons.
personal-expired-title = Le lien n’est plus valable
personal-expired = Vous n’avez pas confirmé dans les { $hours } heures. Votre inscription n’est donc pas faite. Remplissez à nouveau le formulaire.
personal-expired-reply = Vous n’avez pas confirmé dans les { $hours } heures. Votre inscription n’est donc pas faite. Vous voulez quand même participer ? Répondez à notre e-mail.
personal-past = Vous pouvez encore obtenir ou effacer vos données ici.
personal-reason = Pourquoi ?
personal-details = Vos données
personal-name = Nom
personal-email = Adresse e-mail
personal-sector = Secteur
personal-mode = Participation
personal-language = Langue des e-mails
personal-reference = Référence
personal-confirm = Confirmer mon inscription
personal-not-you = Vous ne vous êtes pas inscrit ? Ne faites rien. La demande expire après { $hours } heures.
personal-pass = Votre laissez-passer
personal-pass-what = Présentez ce code à l’entrée, à l’écran ou sur papier. Il indique seulement qui vous êtes et n’ouvre rien.
personal-pass-label = Code à scanner
personal-pass-typed = Si la lecture ne fonctionne pas, donnez ces douze caractères :
personal-keep = Gardez cette page : vous pouvez toujours y consulter et modifier votre inscription.
personal-ics = Télécharger l’invitation (.ics)
personal-join = Participer en ligne
personal-again = M’inscrire à nouveau
personal-change-title = Que voulez-vous faire ?
personal-correct = Corriger mes données
personal-correct-email = Vous ne pouvez pas changer votre adresse e-mail. Inscrivez-vous avec la nouvelle adresse et désinscrivez-vous ici.
personal-save = Enregistrer les corrections
personal-switch-online = Participer plutôt en ligne
personal-switch-on_site = Participer plutôt sur place
personal-switch = S’il y a une place libre, vous la recevez et vous cédez votre place actuelle. Sinon, rien ne change.
personal-switch-send = Oui, changer ma participation
personal-withdraw = Me désinscrire
personal-withdraw-confirmed = Vous libérez votre place. Si des personnes attendent, l’une d’elles la reçoit tout de suite et vous ne pouvez pas la reprendre.
personal-withdraw-waitlisted = Vous quittez la liste d’attente. Si vous vous réinscrivez plus tard, vous recommencez à la fin de la liste.
personal-withdraw-awaiting_approval = Nous ne traiterons plus votre demande.
personal-withdraw-send = Oui, désinscrivez-moi
personal-data = Obtenir mes données
personal-data-what = Un fichier (JSON) avec tout ce que nous conservons sur vous.
personal-data-link = Télécharger le fichier
personal-erase = Effacer mes données
personal-erase-sure = Nous effaçons votre nom, votre adresse e-mail et votre organisation. Vous renoncez à votre place et cette page disparaît. C’est définitif.
personal-erase-send = Oui, effacez mes données
personal-history = Ce qui s’est passé
personal-done-saved = Vos données sont enregistrées.
personal-done-switched = Votre mode de participation a changé. Nous vous avons envoyé un e-mail.
personal-done-withdrawn = Nous vous avons envoyé un e-mail. Si l’événement était dans votre agenda, cet e-mail l’en retire.
personal-switch-refused = Il n’y a pas de place libre pour le moment. Vous gardez la place que vous avez.
erased-title = Vos données sont effacées
erased-text = Nous ne conservons plus votre nom, votre adresse e-mail ni votre organisation. Si vous aviez une place, elle est libre pour quelqu’un d’autre. Vous ne recevrez plus d’e-mails sur cet événement.

# What went wrong
fault-reference = Mentionnez cette référence si vous nous écrivez :
fault-home = Vers les événements à venir
fault-bad_request-title = Cette demande n’est pas correcte
fault-bad_request = Notre serveur n’a pas compris ce que votre navigateur a envoyé. Revenez en arrière, rechargez la page et réessayez.
fault-forbidden-title = Vous n’avez pas accès à cette page
fault-forbidden = Vos droits ne suffisent pas pour cette page. Demandez l’accès à un administrateur.
fault-not_found-title = Cette page n’existe pas
fault-not_found = Le lien est peut-être incomplet, ou l’inscription ou l’invitation n’existe plus. Copiez le lien entier depuis votre e-mail, ou partez des événements à venir.
fault-wrong_method-title = Cette page ne fonctionne pas ainsi
fault-wrong_method = Vous ne pouvez pas ouvrir cette page directement. Ouvrez le lien de votre e-mail ou partez des événements à venir.
fault-too_slow-title = Cela a pris trop de temps
fault-too_slow = Votre navigateur n’a pas pu envoyer tout le formulaire à temps. Revenez en arrière et envoyez-le à nouveau ; une connexion plus stable peut aider.
fault-conflict-title = Quelque chose a changé entre-temps
fault-conflict = Votre choix ne correspond plus à la situation. Rechargez la page et voyez ce qui vaut maintenant.
fault-ask_organisers-title = Seuls les organisateurs peuvent modifier ceci
fault-ask_organisers = Vous avez une place, et elle est celle de votre organisation. Pour changer d’organisation, écrivez aux organisateurs : répondez à l’e-mail qui contient votre invitation. Vous gardez votre place.
fault-gone-title = Ce lien n’est plus valable
fault-gone = L’inscription liée à ce lien a été effacée ou a expiré. Vous pouvez vous réinscrire tant que les inscriptions sont ouvertes.
fault-too_large-title = Le texte est trop long
fault-too_large = Ce que vous avez envoyé est trop grand pour ce formulaire. Revenez en arrière et raccourcissez le texte.
fault-form_expired-title = Le formulaire est resté ouvert trop longtemps
fault-form_expired = Pour votre sécurité, un formulaire n’est valable qu’un certain temps. Rien n’a été envoyé. Ouvrez la page à nouveau et remplissez-le encore une fois.
fault-too_many-title = Un peu de patience
fault-internal-title = Une erreur s’est produite chez nous
fault-internal = Vous n’y êtes pour rien. Réessayez dans quelques minutes. Le problème persiste ? Écrivez-nous en mentionnant la référence ci-dessous.
fault-unavailable-title = Il y a beaucoup de monde
fault-unavailable = Nous ne pouvons pas traiter votre demande maintenant et rien n’est enregistré. Attendez une minute et renvoyez le formulaire.
fault-too_many = { $seconds ->
    [one] Beaucoup de demandes sont venues de votre réseau en même temps. Attendez une seconde et réessayez.
   *[other] Beaucoup de demandes sont venues de votre réseau en même temps. Attendez { $seconds } secondes et réessayez.
}

# Privacy notice (GDPR art. 13)
privacy-title = Vos données
privacy-lead = En bref : nous demandons cinq ou six choses, nous les utilisons uniquement pour l’événement, nous ne les transmettons à personne et nous les effaçons { $days } jours après. Nous ne plaçons pas de cookies et nous ne vous suivons pas.
privacy-controller-title = Qui est responsable ?
privacy-controller = { $controller }, { $address }. Questions sur l’événement ou ce service : { $contact }. Notre délégué à la protection des données (DPO) : { $dpo }.
privacy-what-title = Quelles données, et pourquoi ?
privacy-what = Nom, adresse e-mail professionnelle, organisation, secteur, mode de participation et langue. Ces données servent à vous inscrire, à répartir les places, à vous envoyer les e-mails sur l’événement et à noter qui était présent. Nous ne demandons ni numéro de téléphone, ni date de naissance, ni numéro de registre national. Si les organisateurs vous ont invité(e), ils tenaient votre nom et votre adresse de vous ou de votre organisation ; nous les effaçons au même moment, même sans réponse de votre part.
privacy-basis-title = Sur quelle base ?
privacy-basis = Nous exécutons une mission d’intérêt public : informer les entreprises, les écoles et les autorités sur les cybermenaces. C’est l’article 6, paragraphe 1, e) du règlement général sur la protection des données (RGPD). Sans ces données, nous ne pouvons pas vous inscrire.
privacy-who-title = Qui les voit ?
privacy-who = Uniquement les collaborateurs qui organisent l’événement, et l’accueil le jour même. Les autres participants ne voient pas qui est inscrit. Nous ne vendons rien, ne transmettons rien hors de l’Union européenne et ne prenons aucune décision automatique à votre sujet, sauf l’ordre des places.
privacy-long-title = Combien de temps les gardons-nous ?
privacy-long = Jusqu’à { $days } jours après l’événement. Nous effaçons alors les noms, les adresses et les e-mails. Nous ne gardons que des nombres, sans noms. Si vous ne confirmez pas votre adresse, vos données sont effacées au même moment. Ce que votre agenda répond et ce que vous nous écrivez disparaît avec votre inscription, ou { $days } jours après réception. Qu’une adresse ne souhaite pas de messages, ou que les e-mails y reviennent, nous le gardons sans l’adresse elle-même.
privacy-rights-title = Que pouvez-vous faire ?
privacy-rights = Le lien dans votre e-mail vous permet de consulter, d’obtenir, de corriger et d’effacer vos données. Vous pouvez aussi vous opposer à leur utilisation ou demander de la limiter : écrivez à { $dpo }. Nous répondons dans le mois.
privacy-complaint-title = Pas satisfait ?
privacy-complaint = Vous pouvez introduire une plainte auprès de l’Autorité de protection des données (APD), rue de la Presse 35, 1000 Bruxelles, contact@apd-gba.be.

# Accessibility statement (law of 19 July 2018)
access-title = Déclaration d’accessibilité
access-lead = Tout le monde doit pouvoir s’inscrire ici : au clavier, avec un lecteur d’écran, en grands caractères, sur un petit écran et sans scripts.
access-status-title = État de conformité
access-status = Cette déclaration suit la loi du 19 juillet 2018 relative à l’accessibilité des sites internet des organismes du secteur public. Nous construisons ces pages selon la norme EN 301 549 et les WCAG 2.2, niveau AA. Nous ne connaissons aucun contenu non conforme.
access-how-title = Comment nous l’avons vérifié
access-how = Les concepteurs ont vérifié eux-mêmes les pages, la dernière fois le { $date } : structure, contrastes, utilisation au clavier, agrandissement jusqu’à 400 %. Il n’y a pas encore eu de contrôle externe.
access-contact-title = Quelque chose ne fonctionne pas ?
access-contact = Écrivez à { $contact } en indiquant la page et l’outil utilisé. Nous répondons dans les cinq jours ouvrables et, si nécessaire, nous vous inscrivons nous-mêmes.
access-complaint-title = Pas satisfait de notre réponse ?
access-complaint = Vous pouvez vous adresser au Médiateur fédéral, rue de Louvain 48 boîte 6, 1000 Bruxelles, contact@mediateurfederal.be.

# Where organisers decide
form-send-ask = Demander une place
form-after-ask = Vous recevez ensuite un e-mail pour confirmer votre adresse. Les organisateurs vous répondent alors.
personal-ask-title = Encore un clic : confirmez votre demande
personal-ask = Votre demande n’est pas encore envoyée. Vérifiez ces données et confirmez. Les organisateurs examinent alors votre demande et répondent par e-mail.
personal-ask-confirm = Confirmer ma demande
answer-step-ask = Les organisateurs examinent alors votre demande et répondent par e-mail.

# The page of a personal invitation
invitation-eyebrow = Votre invitation
invitation-title = Vous êtes invité(e)
invitation-lead = Vérifiez vos données et confirmez. Vous verrez tout de suite si vous avez une place ou si vous êtes sur la liste d’attente. Vous pouvez répondre jusqu’au { $before }.
invitation-see = Voir ce qui est rempli
invitation-form-title = Accepter l’invitation
invitation-email-why = L’invitation n’est valable que pour cette adresse. Vous ne pouvez donc pas la modifier ici.
invitation-email-other = Cette invitation n’est valable que pour { $email }. Une autre personne a besoin de sa propre invitation ; demandez-la aux organisateurs.
invitation-accept = Accepter et s’inscrire
invitation-accept-waiting = Accepter et rejoindre la liste d’attente
invitation-not-you = Ce n’est pas votre adresse ? Quelqu’un vous a donc transféré cette invitation, et elle ne peut pas servir à une autre personne. N’hésitez pas à demander la vôtre : { $contact }.
invitation-decline-title = Vous ne pouvez pas venir ?
invitation-decline-text = Dites-le-nous : nous ne vous écrirons plus à ce sujet. Vous pouvez changer d’avis tant que les inscriptions sont ouvertes.
invitation-decline-send = Décliner l’invitation
invitation-declined-title = Vous avez décliné l’invitation
invitation-declined = Merci de nous avoir prévenus. Nous ne vous enverrons pas de rappel.
invitation-declined-open = Vous avez changé d’avis ? Vous pouvez encore accepter ci-dessous jusqu’au { $before }.
invitation-registered = Le lien vers votre propre page se trouve dans l’e-mail que nous avons envoyé à { $email }. Vous pouvez y modifier vos données ou vous désinscrire.
invitation-again = Vous voulez quand même participer ? Vous pouvez accepter à nouveau l’invitation ci-dessous.
invitation-back = Retour à l’invitation
invitation-about = De quoi il s’agit

# An event’s page before it is public.
event-preview = Aperçu : voici la page telle que les visiteurs la verront une fois l’événement publié. Ici, le formulaire n’envoie rien.
event-preview-back = Retour à l’événement
