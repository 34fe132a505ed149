# Pages de l'équipe : rapports de présence des services de réunion, qui ils ont vu, et décider qui c'était.

staff-attendance-page = Rapports de présence
staff-attendance-import = Importer un rapport
staff-attendance-import-what = Microsoft Teams, Zoom et Webex donnent un rapport de qui était dans une réunion, de quand à quand. Vous voyez d’abord qui il reconnaît ; ensuite vous décidez.
staff-attendance-file = Rapport en fichier
staff-attendance-file-hint = Tel que le service de réunion le donne : un fichier CSV ou un classeur (.xlsx).
staff-attendance-text = Ou collé
staff-attendance-text-hint = Votre propre tableau convient aussi : un nom ou une adresse e-mail, de quand, à quand.
staff-attendance-zone = Fuseau horaire du rapport
staff-attendance-zone-hint = Les services de réunion écrivent l’heure de qui a enregistré le rapport, sans dire laquelle. Si le fichier nomme un fuseau, c’est lui qui compte.
staff-attendance-read = Comment le rapport a été lu
staff-attendance-title = Titre de la réunion
staff-attendance-service = Service
staff-attendance-dates = Dates
staff-attendance-day-first = le jour d’abord
staff-attendance-month-first = le mois d’abord
staff-attendance-asked = Demandé pour la présence
staff-attendance-absent = Lignes de personnes qui ne sont pas venues
staff-attendance-repeated = Temps qui y étaient deux fois
staff-attendance-in-file = Personnes dans le rapport
staff-attendance-outside = { $n } temps sur { $of } sont en dehors de l’événement. Est-ce le rapport de cette réunion, et le fuseau horaire est-il juste ?
staff-attendance-no-zone = Le rapport ne nomme aucun fuseau horaire. Ses heures sont lues comme { $zone }.
staff-attendance-habit = Rien dans le rapport ne dit si ses dates commencent par le jour ou par le mois. Regardez les minutes ci-dessous.
staff-attendance-doubts = Lignes douteuses
staff-attendance-doubts-what = Regardez ces lignes du fichier. Elles ne changent rien au reste.
staff-attendance-take = Importer comme montré
staff-attendance-again = Autre rapport ou autre fuseau
staff-attendance-differs = Quelque chose a changé entre-temps. Rien n’a été importé. Voici ce que le rapport ferait maintenant : regardez à nouveau.
staff-attendance-before = Ce même rapport a déjà été importé. Pour le faire relire, annulez-le d’abord.
staff-attendance-none = Aucun rapport n’a été importé pour cet événement.
staff-attendance-none-open = Personne n’attend votre décision.
staff-attendance-none-taken = Personne n’a été reconnu.
staff-attendance-none-dismissed = Personne n’a été écarté.
staff-attendance-reports = Rapports importés
staff-attendance-people = Personnes
staff-attendance-by-clock = { $service }, à l’heure de { $zone }
staff-attendance-undo = Annuler
staff-attendance-undo-heading = Annuler le rapport
staff-attendance-undo-what = { $service }, importé le { $at }. Tout ce qu’il prouve est annulé, de { $n ->
    [one] une personne
   *[other] { $n } personnes
 }. Qui il a vu est oublié ; le fichier peut être importé à nouveau.
staff-attendance-unknown-what = Hôtes, orateurs et collègues ne sont en général pas inscrits. Qui ne ressemble à personne d’inscrit peut être écarté en une fois.
staff-attendance-dismiss = { $n ->
    [one] Écarter la personne qui n’est pas inscrite
   *[other] Écarter les { $n } personnes qui ne sont pas inscrites
 }
staff-service-teams = Microsoft Teams
staff-service-zoom = Zoom
staff-service-webex = Webex
staff-service-plain = Tableau simple
staff-sighting-open = À décider
staff-sighting-taken = Reconnus
staff-sighting-dismissed = Écartés
staff-seen-in-file = Dans le rapport
staff-seen-whose = Inscription
staff-seen-how = Pourquoi
staff-seen-minutes = Pendant l’événement
staff-seen-n-minutes = { $n } min
staff-seen-no-time = aucune heure connue
staff-seen-recognised = Reconnus
staff-seen-recognised-what = Ceux-ci reçoivent les minutes du rapport. Qui en a trop peu ne compte pas comme présent par le rapport seul.
staff-seen-unsure = À décider
staff-seen-unsure-what = Ceux-ci attendent sur la page de l’événement que quelqu’un dise qui c’est.
staff-seen-unknown = Pas inscrits
staff-seen-unknown-what = Personne de ce nom ou de cette adresse n’est inscrit. Ceux-ci attendent aussi ; ceux qui ne vous concernent pas peuvent être écartés en une fois.
staff-seen-by-address = Par l’adresse e-mail
staff-seen-by-name = Par le nom
staff-seen-by-staff = Décidé par l’équipe
staff-seen-certain = Par l’adresse ou le nom
staff-seen-maybe = Peut-être { $name }{ $more ->
    [0] {""}
   *[other] {" "}ou { $more } de plus
 }
staff-seen-decide = Décider
staff-seen-decide-who = Qui était-ce ?
staff-seen-lead = Dans le rapport, ligne { $line } : { $who } ; { $minutes }.
staff-seen-who = Qui c’était
staff-seen-who-what = Les heures du rapport comptent alors pour cette inscription.
staff-seen-nobody = Personne d’inscrit
staff-seen-other = Quelqu’un d’autre
staff-seen-other-hint = Nom, adresse e-mail ou numéro d’une inscription à cet événement.
staff-seen-save = Enregistrer
staff-seen-is = Compte pour { $name }.
staff-seen-is-nobody = A été écarté, comme personne d’inscrit.
staff-seen-put-back = Décider à nouveau
staff-seen-put-back-what = Les heures du rapport ne comptent plus pour cette inscription ; qui c’était est à décider à nouveau.
staff-unsure-same-name = Plusieurs inscriptions ont ce nom
staff-unsure-claimed = L’inscription de ce nom a été reconnue autrement, ou deux fois
staff-unsure-near = Presque le même nom
staff-unsure-address-of-another = L’adresse est d’une inscription, le nom d’une autre
staff-unsure-same-address = Plusieurs inscriptions ont cette adresse
staff-unsure-unknown = Pas inscrit sous ce nom ou cette adresse
staff-unsure-no-time = Reconnu, sans aucune heure
staff-unsure-put-back = Remis par l’équipe
staff-doubtful-nobody = Ni nom ni adresse ; écarté.
staff-doubtful-formula = « { $found } » est une formule ; elle compte comme vide.
staff-doubtful-time = Aucune heure ne peut être lue ici : « { $found } ». La ligne ne donne pas de minutes.
staff-doubtful-no-such-time = Une telle heure n’existe pas. La ligne ne donne pas de minutes.
staff-doubtful-no-join = Il n’est pas dit quand ils sont venus. La ligne ne donne pas de minutes.
staff-doubtful-open-end = Il n’est pas dit quand ils sont partis. Compté jusqu’à la fin de la réunion.
staff-doubtful-leave-before-join = Partis avant d’être venus (« { $found } »). La ligne ne donne pas de minutes.
staff-doubtful-leave-without-join = « { $found } » est parti sans être venu. La ligne ne donne pas de minutes.
staff-doubtful-action = « { $found } » n’est ni une arrivée ni un départ ; écarté.
staff-doubtful-no-such-hour = L’heure d’été saute cette heure. Lue comme si l’horloge n’avait pas été avancée.
staff-doubtful-gaps = Seuls la première arrivée et le dernier départ sont connus ; { $found } secondes de réunion entre les deux. Davantage ne compte pas.
staff-doubtful-address = « { $found } » n’est pas une adresse e-mail ; elle n’est pas utilisée.
staff-report-empty = Il n’y a rien ici. Choisissez un fichier ou collez le rapport.
staff-report-not-text = Ce n’est pas du texte lisible. Enregistrez le rapport en CSV, en UTF-8.
staff-report-workbook = Ce classeur ne peut pas être lu. Enregistrez-le en .xlsx sans mot de passe, ou en CSV.
staff-report-too-large = Le rapport est trop grand. Divisez-le, ou utilisez la ligne de commande.
staff-report-too-many-rows = Le rapport a plus de { $most } lignes. Divisez-le.
staff-report-too-many-cells = Ce n’est pas un tableau de personnes : il a plus de { $most } cellules.
staff-report-open-quote = À la ligne { $line } commence un guillemet qui ne finit nulle part.
staff-report-missing-columns = Aucune ligne ne nomme les colonnes nécessaires. La ligne { $line } s’en approche le plus ({ $found }). Il manque : { $wanted }.
staff-report-no-rows = La ligne { $line } nomme les colonnes, et il n’y a personne en dessous.
staff-report-mixed-dates = La ligne { $one } écrit les dates avec le jour d’abord, la ligne { $other } avec le mois d’abord. Écrivez-les toutes comme 2026-12-31.
staff-report-column-name = nom
staff-report-column-email = adresse e-mail
staff-report-column-join = de quand
staff-report-column-leave = à quand
staff-fault-zone = « { $value } » n’est pas un fuseau horaire. Écrivez-le comme Europe/Brussels, ou UTC.
staff-fault-who = Choisissez qui c’était, ou cherchez quelqu’un.
staff-fault-nobody-found = Personne à cet événement n’est trouvé par « { $value } ». Essayez une partie d’un nom, ou l’adresse e-mail.
staff-fault-several-found = Plusieurs sont trouvés par « { $value } ». Choisissez ci-dessus.
staff-done-attendance-taken = { $n ->
    [one] Le rapport est importé : une personne reconnue.
   *[other] Le rapport est importé : { $n } personnes reconnues.
 }
staff-done-attendance-undone = { $n ->
    [one] Le rapport est annulé, avec les preuves d’une personne.
   *[other] Le rapport est annulé, avec les preuves de { $n } personnes.
 }
staff-done-unknown-dismissed = { $n ->
    [one] Une personne est écartée.
   *[other] { $n } personnes sont écartées.
 }
staff-done-sighting-assigned = Les heures du rapport comptent pour cette inscription.
staff-done-sighting-dismissed = Il est noté que ce n’est personne d’inscrit.
staff-done-sighting-put-back = Ceci est à décider à nouveau.
staff-to-do-sightings = { $n ->
    [one] { $event } : une personne d’un rapport de présence est à décider
   *[other] { $event } : { $n } personnes de rapports de présence sont à décider
 }
staff-deed-attendance_imported = Rapport de présence importé
staff-deed-attendance_import_undone = Rapport de présence annulé
staff-deed-sighting_assigned = Personne d’un rapport reconnue
staff-deed-sighting_dismissed = Personnes d’un rapport écartées
staff-deed-sighting_put_back = Personne d’un rapport à décider à nouveau
staff-journal-field-provider = Service
staff-journal-field-people = Personnes
staff-journal-field-recognised = Reconnus
staff-journal-field-open = À décider
staff-journal-field-line = Ligne
