# Answers of calendars: the mail that asks, and the way back.
mail-confirm_decline-subject = Are you not coming? { $title }
mail-confirm_decline-heading = Are you not coming?
mail-confirm_decline-intro = Your calendar answered that you are not coming. We could not check that this answer is yours. So nothing has changed: you still have your seat.
mail-confirm_decline-yes = Are you not coming? Open your page and withdraw there. Your seat then goes to the next person in line.
mail-confirm_decline-no = Are you coming? Then you need not do anything.
mail-confirm_decline-page = To your page
mail-common-calendar_declines = Cannot come? Decline the invitation in your calendar: your registration is then withdrawn and somebody else gets your seat.
mail-withdrawn-declined = Was that a mistake? On your page you can take part again, without a form. If your seat was given away meanwhile, you go on the waiting list.
personal-confirmed-answers = We sent you an e-mail with the invitation for your calendar. Cannot come? Decline the invitation in your calendar or withdraw below: someone else then gets your seat.
personal-withdrawn-rejoin = You are no longer registered for this event.
personal-rejoin = Your address is proven already, there is nothing to fill in. If a seat is free, you get it; otherwise you go to the end of the waiting list.
personal-rejoin-send = Take part again
personal-done-returned = You are registered again. We sent you an e-mail.

# What the personal page says of an answer.
personal-rsvp-accepted = Your calendar answered: accepted, on { $at }.
personal-rsvp-tentative = Your calendar answered: tentative, on { $at }.
personal-rsvp-declined = Your calendar answered: declined, on { $at }.
personal-rsvp-unverified = We could not check that this answer is yours.
personal-rsvp-comes = You have your seat.
personal-rsvp-may-come = You keep your seat. Once you know that you are not coming, withdraw below: somebody else then gets it.
personal-rsvp-too-late = The event had begun by then, or you were there already. So nothing has changed.
personal-rsvp-replaced = That was to an earlier invitation and no longer counts. You have your seat.
personal-rsvp-asked = An answer came in that you are not coming. We could not check that it is yours. So you keep your seat, and we asked you by e-mail.
personal-rsvp-waits = You are on the waiting list: an answer in your calendar does not give you a seat. We write to you as soon as one is free for you.
personal-rsvp-stepped-back = With that you gave up your seat.

# Words of the history and of lists.
reason-calendar_declined = Your calendar answered that you are not coming.
cause-declined_in_calendar = You declined in your calendar.
cause-asked_to_confirm = We asked you by e-mail whether you really decline.
cause-sent_again = We sent the invitation again, because your calendar asked for it.
cause-returned = You take part again.
mail-kind-confirm_decline = Asking whether somebody really declines
