# Answers of calendars: the mail that asks, and the way back.
mail-confirm_decline-subject = Vous ne venez pas ? { $title }
mail-confirm_decline-heading = Vous ne venez pas ?
mail-confirm_decline-intro = Votre agenda a répondu que vous ne venez pas. Nous n’avons pas pu vérifier que cette réponse vient de vous. Rien n’a donc changé : vous avez toujours votre place.
mail-confirm_decline-yes = Vous ne venez pas ? Ouvrez votre page et désistez-vous. Votre place va alors à la personne suivante sur la liste d’attente.
mail-confirm_decline-no = Vous venez ? Alors vous n’avez rien à faire.
mail-confirm_decline-page = Vers votre page
mail-common-calendar_declines = Vous ne pouvez pas venir ? Refusez l’invitation dans votre agenda : votre inscription est alors retirée et quelqu’un d’autre reçoit votre place.
mail-withdrawn-declined = C’était une erreur ? Sur votre page, vous pouvez participer à nouveau, sans formulaire. Si votre place a été attribuée entre-temps, vous passez sur la liste d’attente.
personal-confirmed-answers = Nous vous avons envoyé un e-mail avec l’invitation pour votre agenda. Vous ne pouvez pas venir ? Refusez l’invitation dans votre agenda ou désinscrivez-vous ci-dessous : quelqu’un d’autre recevra votre place.
personal-withdrawn-rejoin = Votre inscription à cet événement ne compte plus.
personal-rejoin = Votre adresse est déjà confirmée, vous n’avez rien à remplir. S’il reste une place, vous l’obtenez ; sinon vous passez à la fin de la liste d’attente.
personal-rejoin-send = Participer à nouveau
personal-done-returned = Vous êtes de nouveau inscrit. Nous vous avons envoyé un e-mail.

# What the personal page says of an answer.
personal-rsvp-accepted = Votre agenda a répondu : accepté, le { $at }.
personal-rsvp-tentative = Votre agenda a répondu : peut-être, le { $at }.
personal-rsvp-declined = Votre agenda a répondu : décliné, le { $at }.
personal-rsvp-unverified = Nous n’avons pas pu vérifier que cette réponse vient de vous.
personal-rsvp-comes = Vous avez votre place.
personal-rsvp-may-come = Vous gardez votre place. Dès que vous savez que vous ne venez pas, désinscrivez-vous ci-dessous : quelqu’un d’autre la recevra.
personal-rsvp-too-late = L’événement avait déjà commencé, ou vous étiez déjà là. Rien n’a donc changé.
personal-rsvp-replaced = C’était en réponse à une invitation précédente et cela ne compte plus. Vous avez votre place.
personal-rsvp-asked = Une réponse est arrivée selon laquelle vous ne venez pas. Nous n’avons pas pu vérifier qu’elle vient de vous. Vous gardez donc votre place, et nous vous avons posé la question par e-mail.
personal-rsvp-waits = Vous êtes sur la liste d’attente : une réponse dans votre agenda ne vous donne pas de place. Nous vous écrivons dès qu’une place se libère pour vous.
personal-rsvp-stepped-back = Vous avez ainsi cédé votre place.

# Words of the history and of lists.
reason-calendar_declined = Votre agenda a répondu que vous ne venez pas.
cause-declined_in_calendar = Vous avez indiqué dans votre agenda que vous ne venez pas.
cause-asked_to_confirm = Nous vous avons demandé par e-mail si vous renoncez vraiment.
cause-sent_again = Nous avons renvoyé l’invitation, parce que votre agenda l’a demandée.
cause-returned = Vous participez à nouveau.
mail-kind-confirm_decline = Question : la personne renonce-t-elle vraiment ?
