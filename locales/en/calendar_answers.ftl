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

# Words of the history and of lists.
reason-calendar_declined = Your calendar answered that you are not coming.
cause-declined_in_calendar = You declined in your calendar.
cause-asked_to_confirm = We asked you by e-mail whether you really decline.
cause-sent_again = We sent the invitation again, because your calendar asked for it.
cause-returned = You take part again.
mail-kind-confirm_decline = Asking whether somebody really declines
