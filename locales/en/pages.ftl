# Texts of the pages: keys start with the page's name.

site-owner = Centre for Cybersecurity Belgium
site-short = CCB
site-service = Event registration
layout-skip = Skip to content
layout-languages = Language
layout-error-prefix = Error:
layout-about = About this service
layout-contact = Contact:
layout-privacy = Privacy
layout-accessibility = Accessibility
form-problem = There is a problem
form-error-of = { $label }: { $fault }

# Choice of language
choice-title = Choose your language
choice-go = Continue in English

# Events to come
events-title = Upcoming events
events-lead = The Centre for Cybersecurity Belgium (CCB) explains what is happening in cyber threats, and what you can do about it. Taking part is free.
events-qctr = The Quarterly Cyber Threat Report (QCTR) is the overview of cyber threats that the CCB gives every quarter.
events-none-title = No event is planned at the moment
events-none = Come back later. New dates appear here as soon as they are set, at least once a quarter.

# One event
edition = { $quarter ->
    [1] first quarter of { $year }
    [2] second quarter of { $year }
    [3] third quarter of { $year }
   *[4] fourth quarter of { $year }
}
event-where = Where
event-when = When
event-who = Who may attend
event-online-how = If you take part online, we send you the link by e-mail.
event-tlp = What you may share
event-tlp-what = TLP is the Traffic Light Protocol: a label that says how far information may travel.
event-seats = Seats
event-closes = Register until
event-agenda = Programme
agenda-withheld = A part under { $label }
event-ics = Add to your calendar (.ics)
event-go = Go to the form
seats-on_site = { $left ->
    [0] On site: full, there is a waiting list
    [one] On site: one seat left
   *[other] On site: { $left } seats left
}
seats-online = { $left ->
    [0] Online: full, there is a waiting list
    [one] Online: one seat left
   *[other] Online: { $left } seats left
}
seats-on_site-free = On site: room for everyone
seats-online-free = Online: room for everyone
window-open-title = Register
window-full-title = Join the waiting list
window-full = All seats are taken. Fill in the form to join the waiting list. When a seat becomes free, the first in line gets it automatically and we send an e-mail.
window-not_yet-title = Registration is not open yet
window-not_yet = You can register from { $at }. Come back to this page then.
window-closed-title = Registration is closed
window-closed = You could register until { $at }. Already registered? Use the link in your e-mail. Do you still want to take part? Write to { $contact }.
window-past-title = This event is over
window-past = You can no longer register.
window-called_off-title = This event has been called off
window-called_off = Everyone who was registered received an e-mail. You do not have to do anything.
window-approval-title = Ask for a seat
window-approval = The organisers look at every request and answer by e-mail.
window-members-title = Registration is by invitation only
window-members = Did you receive an invitation? Use the link in that e-mail. Do you have a question? Write to { $contact }.
events-see = See the upcoming events

# The form
form-intro = The form is one page and takes about half a minute. All fields are required.
form-name = Full name
form-name-why = So that the reception desk can find you.
form-email = Work e-mail address
form-email-why = We send the confirmation and the calendar invitation there.
form-organisation = Organisation
form-organisation-why = The name of your company, school or public service. It helps us share the seats fairly.
form-sector = Which sector do you work in?
form-sector-why = For statistics, and to share the seats between the sectors.
form-mode = How do you want to take part?
form-mode-why = You can change this later.
form-language = Language of our e-mails
form-trap = Leave this field empty
form-send = Register for this event
form-send-waiting = Join the waiting list
form-after = You will then get an e-mail with a link. You are registered only after you confirm.
form-after-waiting = You will then get an e-mail with a link. You are on the waiting list only after you confirm.
form-privacy = We use your data only for this event and delete them { $days } days after it.
form-privacy-link = Read how we handle your data
sector-hint-private = Companies and the self-employed
sector-hint-academic = Education and research
sector-hint-public = Authorities and their services

# After the form
answer-title = You are not registered yet
answer-check = Check your mail. We sent an e-mail to:
answer-steps = What to do now
answer-step-open = Open the e-mail from { $sender } and click the link.
answer-step-confirm = On the page that opens, click the button to confirm.
answer-step-then = You then see at once whether you have a seat or a place in line.
answer-until = The link works for { $hours } hours.
answer-none-title = No e-mail?
answer-none = Wait a few minutes and look in your spam folder too. Is the address above wrong? Then fill in the form again.
answer-change = Change the address

# The personal page
personal-title = Your registration
personal-pending-title = One more click: confirm your registration
personal-pending = You are not registered yet. Check these details and confirm. You will see at once whether you have a seat or a place in line.
personal-awaiting_approval-title = We have your request
personal-awaiting_approval = The organisers look at your request and answer by e-mail. You do not have to do anything now.
personal-confirmed-title = You have a seat
personal-confirmed = We sent you an e-mail with the invitation for your calendar. Cannot come? Withdraw below: someone else then gets your seat. Declining in your calendar is not enough.
personal-waitlisted-title = You are number { $place } on the waiting list
personal-waitlisted = { $ahead ->
    [0] Nobody waits before you.
    [one] One person waits before you.
   *[other] { $ahead } people wait before you.
} When a seat becomes free for you, you get it automatically, until the event begins. We then send you an e-mail with the invitation. You do not have to do anything.
personal-withdrawn-title = You have withdrawn
personal-withdrawn = You are no longer registered for this event. Do you want to take part after all? Fill in the form again.
personal-withdrawn-reply = You are no longer registered for this event. Do you want to take part after all? Reply to our e-mail.
personal-fell-title = Your place was given back
personal-rejected-title = Your request was not accepted
personal-rejected = You cannot take part in this event. Do you have a question? Reply to our e-mail.
personal-cancelled-title = The event has been called off
personal-cancelled = Your registration no longer counts. You do not have to do anything. If the event was in your calendar, we take it out.
personal-expired-title = The link no longer works
personal-expired = You did not confirm within { $hours } hours, so you are not registered. Fill in the form again.
personal-expired-reply = You did not confirm within { $hours } hours, so you are not registered. Do you want to take part after all? Reply to our e-mail.
personal-past = You can still get or erase your data here.
personal-reason = Why?
personal-details = Your details
personal-name = Name
personal-email = E-mail address
personal-sector = Sector
personal-mode = Taking part
personal-language = Language of e-mails
personal-reference = Reference
personal-confirm = Confirm my registration
personal-not-you = Did you not register? Then do nothing. The request lapses after { $hours } hours.
personal-pass = Your pass
personal-pass-what = Show this code at the entrance, on your screen or on paper. It only says who you are and opens nothing.
personal-pass-label = Code to scan
personal-pass-typed = If scanning does not work, say these twelve signs:
personal-keep = Keep this page: here you can see and change your registration at any time.
personal-ics = Download the invitation (.ics)
personal-join = Join online
personal-again = Register again
personal-change-title = What do you want to do?
personal-correct = Correct my details
personal-correct-email = You cannot change your e-mail address. Register with the new address and withdraw here.
personal-save = Save the corrections
personal-switch-online = Take part online instead
personal-switch-on_site = Take part on site instead
personal-switch = If a seat is free there, you get it and give up your present place. If not, nothing changes.
personal-switch-send = Yes, change how I take part
personal-withdraw = Withdraw
personal-withdraw-confirmed = You give up your seat. If people are waiting, one of them gets it at once, and you cannot take it back.
personal-withdraw-waitlisted = You leave the waiting list. If you register again later, you start at the end.
personal-withdraw-awaiting_approval = We then stop handling your request.
personal-withdraw-send = Yes, withdraw
personal-data = Get my data
personal-data-what = A file (JSON) with everything we keep about you.
personal-data-link = Download the file
personal-erase = Erase my data
personal-erase-sure = We erase your name, e-mail address and organisation. You give up your place, and this page disappears. This cannot be undone.
personal-erase-send = Yes, erase my data
personal-history = What happened
personal-done-saved = Your details are saved.
personal-done-switched = Your way of taking part has changed. We sent you an e-mail.
personal-done-withdrawn = We sent you an e-mail. If the event was in your calendar, that e-mail takes it out.
personal-switch-refused = No seat is free there now. You keep the place you have.
erased-title = Your data has been erased
erased-text = We no longer keep your name, e-mail address and organisation. If you had a seat, it is free for someone else. You will get no more e-mails about this event.

# What went wrong
fault-reference = Quote this reference if you write to us:
fault-home = Go to the upcoming events
fault-bad_request-title = This request is not right
fault-bad_request = Our server did not understand what your browser sent. Go back, reload the page and try again.
fault-forbidden-title = You do not have access here
fault-forbidden = Your rights are not enough for this page. Ask an administrator for access.
fault-not_found-title = This page does not exist
fault-not_found = The link may be incomplete, or the registration or invitation no longer exists. Copy the whole link from your e-mail, or start from the upcoming events.
fault-wrong_method-title = This page does not work that way
fault-wrong_method = You cannot open this page directly. Open the link from your e-mail, or start from the upcoming events.
fault-too_slow-title = This took too long
fault-too_slow = Your browser could not send the whole form in time. Go back and send it again; a steadier connection may help.
fault-conflict-title = Something changed in the meantime
fault-conflict = Your choice no longer fits. Reload the page and see what holds now.
fault-ask_organisers-title = Only the organisers can change this
fault-ask_organisers = You have a place, and it is that of your organisation. To change your organisation, write to the organisers: answer the mail with your invitation. You keep your place.
fault-gone-title = This link no longer works
fault-gone = The registration behind this link was erased or has expired. You can register again while registration is open.
fault-too_large-title = That is too much text
fault-too_large = What you sent is too large for this form. Go back and make it shorter.
fault-form_expired-title = The form was open for too long
fault-form_expired = For your safety a form is valid for a limited time. Nothing was sent. Open the page again and fill it in once more.
fault-too_many-title = Please wait a moment
fault-internal-title = Something went wrong on our side
fault-internal = It is not your fault. Try again in a few minutes. Does it keep going wrong? Write to us with the reference below.
fault-unavailable-title = We are very busy
fault-unavailable = We cannot handle your request now, and nothing was saved. Wait a minute and send the form again.
fault-too_many = { $seconds ->
    [one] Many requests came from your network at once. Wait one second and try again.
   *[other] Many requests came from your network at once. Wait { $seconds } seconds and try again.
}

# Privacy notice (GDPR art. 13)
privacy-title = Your data
privacy-lead = In short: we ask five or six things, use them only for the event, pass them on to nobody and delete them { $days } days after it. We set no cookies and do not track you.
privacy-controller-title = Who is responsible?
privacy-controller = { $controller }, { $address }. Questions about the event or this service: { $contact }. You can reach our data protection officer (DPO) at { $dpo }.
privacy-what-title = Which data, and what for?
privacy-what = Name, work e-mail address, organisation, sector, way of taking part and language. With these we register you, share out the seats, send you the e-mails about the event and note who was present. We ask for no phone number, date of birth or national register number. If the organisers invited you, they had your name and address from you or your organisation; we delete them at the same time, also if you do not answer.
privacy-basis-title = On what legal basis?
privacy-basis = We carry out a task in the public interest: informing companies, schools and authorities about cyber threats. That is article 6(1)(e) of the General Data Protection Regulation (GDPR). Without these data we cannot register you.
privacy-who-title = Who sees them?
privacy-who = Only the staff who organise this event, and the reception desk on the day. Other participants do not see who is registered. We sell nothing, pass nothing on outside the European Union and take no automatic decisions about you, except the order of the seats.
privacy-long-title = How long do we keep them?
privacy-long = Until { $days } days after the event. Then we delete names, addresses and e-mails. We keep only counts, without names. If you do not confirm your address, we delete your data at the same time. What your calendar answers and what you write to us goes with your registration, or { $days } days after it reached us. That an address wants no messages, or that mail to it fails, we keep without the address itself.
privacy-rights-title = What can you do?
privacy-rights = With the link in your e-mail you can see, fetch, correct and erase your data. You can also object, or ask us to restrict their use: write to { $dpo }. We answer within a month.
privacy-complaint-title = Not satisfied?
privacy-complaint = You can complain to the Data Protection Authority (GBA/APD), Drukpersstraat / rue de la Presse 35, 1000 Brussels, contact@apd-gba.be.

# Accessibility statement (law of 19 July 2018)
access-title = Accessibility statement
access-lead = Everyone must be able to register here: with the keyboard, with a screen reader, with large text, on a small screen and without scripts.
access-status-title = Compliance status
access-status = This statement follows the law of 19 July 2018 on the accessibility of public-sector websites. We build these pages to the standard EN 301 549 and WCAG 2.2, level AA. We know of no parts that do not comply.
access-how-title = How we checked this
access-how = The makers checked the pages themselves, most recently on { $date }: structure, contrast, keyboard use, zoom up to 400 %. There has been no external audit yet.
access-contact-title = Something does not work?
access-contact = Write to { $contact } and say which page and which tool. We answer within five working days, and register you ourselves if need be.
access-complaint-title = Not satisfied with our answer?
access-complaint = You can turn to the Federal Ombudsman, Leuvenseweg / rue de Louvain 48 box 6, 1000 Brussels, contact@federalombudsman.be.

# Where organisers decide
form-send-ask = Ask for a seat
form-after-ask = You then get an e-mail to confirm your address. After that the organisers answer you.
personal-ask-title = One more click: confirm your request
personal-ask = Your request has not been sent yet. Check these details and confirm. The organisers then look at your request and answer by e-mail.
personal-ask-confirm = Confirm my request
answer-step-ask = The organisers then look at your request and answer by e-mail.

# The page of a personal invitation
invitation-eyebrow = Your invitation
invitation-title = You are invited
invitation-lead = Check your details and confirm. You will see at once whether you have a seat or a place in line. You can answer until { $before }.
invitation-see = See what is filled in
invitation-form-title = Accept the invitation
invitation-email-why = The invitation is valid for this address only, so it cannot be changed here.
invitation-email-other = This invitation is valid for { $email } only. Somebody else needs an invitation of their own; ask the organisers for one.
invitation-accept = Accept and register
invitation-accept-waiting = Accept and join the waiting list
invitation-not-you = Is this not your address? Then somebody forwarded this invitation to you, and it cannot be used for another person. You are welcome to ask for one of your own: { $contact }.
invitation-decline-title = Can you not come?
invitation-decline-text = Let us know, so that we do not write to you about it again. You can change your mind as long as registration is open.
invitation-decline-send = Decline the invitation
invitation-declined-title = You have declined
invitation-declined = Thank you for letting us know. We will not remind you.
invitation-declined-open = Have you changed your mind? You can still accept below, until { $before }.
invitation-registered = The link to your own page is in the e-mail that we sent to { $email }. There you can change your details or withdraw.
invitation-again = Do you want to take part after all? You can accept the invitation again below.
invitation-back = Back to the invitation
invitation-about = What it is about

# An event’s page before it is public.
event-preview = Preview: this is how visitors see this page once the event is published. The form sends nothing here.
event-preview-back = Back to the event
