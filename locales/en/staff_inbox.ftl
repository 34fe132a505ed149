# What came in by mail, for staff.
staff-cause-declined-in-calendar = Declined in the calendar
staff-cause-asked-to-confirm = Asked whether they really decline
staff-cause-sent-again = Invitation sent again because the calendar asked
staff-cause-returned = Takes part again
staff-reason-calendar-declined = The calendar answered that the person is not coming.
staff-inbound-kind-answer = Answer of a calendar
staff-inbound-kind-counter = Proposal of another time
staff-inbound-kind-refresh = Request to send the invitation again
staff-inbound-kind-bounce = Returned mail
staff-inbound-kind-complaint = Complaint about a mail
staff-inbound-kind-auto-reply = Automatic reply
staff-inbound-kind-unsubscribe = Wish for no more messages
staff-inbound-kind-other-calendar = Invitation of somebody else
staff-inbound-kind-human = Message
staff-inbound-kind-own = Our own mail, come back
staff-inbound-kind-loop = Mail going round in circles
staff-inbound-kind-unreadable = Mail that cannot be read
staff-inbound-outcome-recorded = The answer is noted.
staff-inbound-outcome-withdrew = The registration is withdrawn; the seat goes to the next in line.
staff-inbound-outcome-asked = The person was asked by e-mail.
staff-inbound-outcome-asked-before = The person had been asked already.
staff-inbound-outcome-sent-again = The invitation was sent again.
staff-inbound-outcome-sent-before = The invitation had been sent not long before and was not sent again.
staff-inbound-outcome-old-invitation = The answer was to an earlier invitation and does not count.
staff-inbound-outcome-overtaken = A later answer counted already.
staff-inbound-outcome-repeated = The same answer counted already.
staff-inbound-outcome-came-before = The same mail had come in already.
staff-inbound-outcome-unknown = The mail belongs to nothing of ours that is still kept. Nothing was done.
staff-inbound-outcome-stranger = The mail speaks for another address than the registered one. Nothing was done.
staff-inbound-outcome-doubtful = Address and calendar name different registrations. Nothing was done.
staff-inbound-outcome-no-seat = The person has no seat at an event that is still to come. Nothing was done.
staff-inbound-outcome-no-series = The answer is about one of a series and does not count.
staff-inbound-outcome-no-answer = The mail holds no answer.
staff-inbound-outcome-too-late = The event had begun, or the person was already present. The answer is noted, the seat stays.
staff-inbound-outcome-for-person = Somebody must look at this.
staff-inbound-outcome-kept = Kept. Nothing was done.
staff-inbound-outcome-dropped = Not looked at any further.
staff-inbound-outcome-suppressed = Mails to this address are stopped; after a complaint only messages and invitations.
staff-inbound-outcome-counted = The failure is counted. Mails are still sent.
staff-inbound-outcome-our-fault = The cause lies with us: check the sender, the content and the settings.
staff-inbound-outcome-not-ours = The mail is about no mail of ours. Nothing was done.
staff-inbound-outcome-unsubscribed = The person gets no more messages and invitations of this platform.
staff-inbound-outcome-given-up = Reading failed three times. The mail is kept.
staff-inbound-outcome-probe = This mail was asked for, to see whether mails reach us. They do.

# The inbox.
staff-nav-inbox = Inbox
staff-inbox-open = to do
staff-inbox-open-tab = To do
staff-inbox-all-tab = All that came in
staff-inbox-todo = To do
staff-inbox-done-state = Done
staff-inbox-none = There are no mails here.
staff-inbox-what = What it is
staff-inbox-came = Came in on
staff-inbox-came-in = Came in:
staff-inbox-to = To
staff-inbox-subject = Subject
staff-inbox-outcome = What was done
staff-inbox-nobody = Sender not named
staff-inbox-unread = Not read yet
staff-inbox-vouched = Is the sender verified?
staff-inbox-done = Mark as done
staff-inbox-done-by = Done
staff-inbox-done-by-whom = { $who }, { $at }
staff-inbox-proposed = Proposed time
staff-inbox-proposed-what = The event stays as it is until you move it.
staff-inbox-person = The registration it is about
staff-inbox-no-person = It is about no registration that is kept.
staff-inbox-our-mail = Our mail that it is about
staff-inbox-outside = Somebody outside wrote this. Nobody has checked what it says.
staff-inbox-no-words = The mail has no words to read.
staff-inbox-attachments = Attached files
staff-inbox-reply = Answer by e-mail
staff-inbox-reply-what = This opens your own mail program. What you write there is not kept here.
staff-inbox-source-what = The file holds the mail as it came. Open it only with a program that you trust with mail from strangers. That you take the file is written in the journal.
staff-done-inbox-done = The mail is marked as done.
staff-to-do-inbox = { $n ->
    [one] One mail that came in waits for somebody
   *[other] { $n } mails that came in wait for somebody
}

# Who vouched for the sender of an answer.
staff-vouched-dkim = Yes: signed by { $domain } (DKIM)
staff-vouched-dmarc = Yes: our mail server checked { $domain } (DMARC)
staff-vouched-spf = Yes: sent by a server of { $domain } (SPF)
staff-vouched-no-not-one-sender = No: the mail does not name exactly one sender.
staff-vouched-no-field-twice = No: a header field that may stand once stands twice.
staff-vouched-no-malformed = No: the header is not written as it should be.
staff-vouched-no-somebody-else = No: the sender is not the registered address.
staff-vouched-no-unsigned = No: the mail carries no signature.
staff-vouched-no-not-aligned = No: it is signed, but not by the domain of the sender.
staff-vouched-no-incomplete = No: the signature leaves out parts that matter.
staff-vouched-no-expired = No: the signature has expired.
staff-vouched-no-no-key = No: the key of the signature is not published.
staff-vouched-no-no-answer = No: the name servers did not answer.
staff-vouched-no-broken = No: the signature does not fit the mail.

# What a calendar answered.
staff-rsvp = Answer of the calendar
staff-rsvp-needs-action = No answer
staff-rsvp-accepted = Accepted
staff-rsvp-tentative = Tentative
staff-rsvp-declined = Declined
staff-rsvp-verified = { $answer } ({ $at }, sender verified)
staff-rsvp-unverified = { $answer } ({ $at }, sender not verified)
staff-rsvp-every = Every answer
staff-rsvp-title = Answers of calendars
staff-rsvp-asked = No answer, asked by e-mail

# An address to which mail fails.
staff-address-fails = Mail to this address fails
staff-address-hard = Mails to this address have come back for good since { $at } ({ $code }). It gets no more.
staff-address-soft = { $n ->
    [one] One mail came back, on { $at } ({ $code }). Mails are still sent.
   *[other] { $n } mails came back, the last one on { $at } ({ $code }). Mails are still sent.
}
staff-address-complaint = On { $at } its owner called a mail of ours spam. The address gets no more messages and invitations.
staff-address-again = Use this address again
staff-address-again-what = Mails go to this address again, from all platforms. Mails that were not sent stay in the mail room: try them again there.
staff-address-reason-hint = One line, 200 characters at most. It stands in the journal, which is kept for good: name nobody.
staff-done-address-lifted = Mails go to this address again. Mails that were not sent stay in the mail room: try them again there.
staff-journal-field-address = Address
staff-journal-field-code = Code
staff-journal-field-inbound = Incoming mail
staff-journal-field-outcome = What was done
