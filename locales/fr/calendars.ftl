# Agendas auxquels on s’abonne : d’une plateforme, et d’une personne.
calendar-title = Dans votre agenda
calendar-what = Abonnez-vous à un agenda : les nouvelles dates, les changements et les annulations y apparaissent d’eux-mêmes.
calendar-subscribe = S’abonner à l’agenda de { $platform }
calendar-address = Ou ajoutez vous-même cette adresse à votre agenda :
calendar-waiting = Liste d’attente : { $title }
calendar-own-name = { site-owner } : mes réunions
calendar-own-title = Toutes mes réunions dans mon agenda
calendar-own-what = Abonnez-vous à un agenda personnel avec toutes vos réunions, pas seulement celle-ci. Les changements y apparaissent d’eux-mêmes.
calendar-own-subscribe = S’abonner à mon agenda
calendar-own-secret = Cette adresse est secrète : qui la possède voit à quoi vous participez. Ne la partagez avec personne.
calendar-own-renew-what = Quelqu’un d’autre a vu l’adresse ? Demandez-en une nouvelle : l’ancienne cesse aussitôt de fonctionner, et vous devez ajouter l’agenda à nouveau.
calendar-own-renew = Créer une nouvelle adresse
personal-done-renewed = Votre agenda a une nouvelle adresse. L’ancienne ne fonctionne plus.
