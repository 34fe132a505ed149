# Naming a colleague who takes a seat over: the part of the personal page.
substitute-title = Name a substitute
substitute-title-asked = You asked a colleague
substitute-what = Cannot come? A colleague from { $organisation } can take over your seat. We send an e-mail with your name. The colleague has seven days to answer, and no longer than until the event begins. Until then you keep your seat.
substitute-what-members = Cannot come? Somebody who holds a mandate for your organisation ({ $organisation }) can take over your seat. Only such a person gets an e-mail with your name, with seven days to answer, and no longer than until the event begins. We do not say here who holds a mandate. Until then you keep your seat.
substitute-asked = You asked { $name } ({ $email }) to take over your seat. An answer is possible until { $before }. Until then the seat is yours.
substitute-asked-members = You asked { $name } ({ $email }) to take over your seat. Whoever holds no mandate for your organisation gets no e-mail. An answer is possible until { $before }. Until then the seat is yours.
substitute-take-back = Take it back
substitute-again = Or ask somebody else
substitute-declined = The colleague whom you asked cannot come either. You still have your seat.
substitute-lapsed = The colleague whom you asked did not answer in time. You still have your seat.
substitute-name = Full name of your colleague
substitute-email = Work e-mail address of your colleague
substitute-email-why = An address of your organisation. The offer reaches this address only.
substitute-email-why-members = The address under which the mandate is registered. The offer reaches this address only.
substitute-language = Language of the e-mail
substitute-send = Ask this colleague
substitute-fault-not_allowed = You cannot name a substitute on this platform. Reply to our e-mail if you cannot come.
substitute-fault-oneself = This is your own address. Give the address of a colleague.
substitute-fault-other_organisation = This is not an address of your organisation. Give one that belongs to it, or ask the colleague to register.
substitute-fault-unknown_organisation = The organisers accept each participant here, and we know no e-mail domain of your organisation. Ask your colleague to register.
substitute-fault-too_often = You have asked colleagues often already. Try again tomorrow, or reply to our e-mail.
substitute-fault-over = This offer no longer stands.
substitute-fault-registered = This is no longer possible.
personal-done-asked = We noted whom you ask. You keep your seat until your colleague takes it over.
personal-done-taken-back = You took it back. You still have your seat.
personal-replaced-title = A colleague took over your seat

# The page of the offer, for whoever was named.
offer-eyebrow = A colleague’s seat
offer-title = Do you want to take over this seat?
offer-lead = { $name } has a seat at this event, cannot come and names you as a substitute. You can answer until { $before }. You are not registered yet.
offer-lead_nobody = A colleague has a seat at this event, cannot come and names you as a substitute. You can answer until { $before }. You are not registered yet.
offer-form-title = Take over the seat
offer-fixed = Organisation and way of taking part are those of the seat. The offer is valid for this address only.
offer-accept = Yes, I take over the seat
offer-decline-title = Can you not come either?
offer-decline-text = Your colleague then sees that you cannot come, and keeps the seat.
offer-decline-send = No, I cannot come
offer-back = Back to the offer
offer-accepted-title = The seat is yours
offer-accepted = We sent you an e-mail with the invitation for your calendar and the link to your registration.
offer-declined-title = You are not coming
offer-declined = Thank you for your answer. You are not registered, and we erase your name and address shortly. Did you change your mind? Ask your colleague to name you again.
offer-over-title = This offer no longer stands
offer-over = The seat is no longer offered to you, or the time to answer is over. You are not registered by this offer. Do you have a question? Write to { $contact }.
offer-registered-confirmed-title = You have a seat already
offer-registered-confirmed = You have a seat of your own at this event, so you cannot take over this one. Please tell your colleague.
offer-registered-rejected-title = You cannot take over this seat
offer-registered-rejected = The organisers have decided about your part in this event before. Do you have a question? Write to { $contact }.
offer-registered-cancelled-title = The event has been called off
offer-registered-cancelled = You do not have to do anything.
offer-mode-changed = The way of taking part has changed since you opened this page. Please look again.

# The mail that asks.
mail-substitute_offer-subject = Can you come in the place of a colleague? { $title }
mail-substitute_offer-heading = Can you come in the place of a colleague?
mail-substitute_offer-intro = { $name } has a seat at the event below, cannot come and names you as a substitute. You are not registered.
mail-substitute_offer-intro_nobody = A colleague has a seat at the event below, cannot come and names you as a substitute. You are not registered.
mail-substitute_offer-how = Do you want to take over the seat? Open the page below, check your details and confirm. Until you do, nothing changes.
mail-substitute_offer-deadline = You can answer until { $before }.
mail-substitute_offer-accept = Look at the offer
mail-substitute_offer-decline = I cannot come
mail-substitute_offer-personal = This offer is valid for this e-mail address only. So please do not forward this e-mail. You do not know this person? Then do nothing: your address will be erased.

# Words of the history and of lists.
reason-replaced = A colleague took the seat over.
reason-stood_in = A colleague who cannot come offered you this seat.
cause-replaced = The colleague whom you named took over your seat.
cause-stood_in = You took over the seat of a colleague.
mail-kind-substitute_offer = Asking to take over a seat
