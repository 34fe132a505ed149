# Staff pages: messages to some people of an event.

staff-messages = Messages
staff-message = Write a message to these people
staff-message-choose = Choose people in the list
staff-no-messages = No message was sent to people of this event yet.
staff-message-count = { $n ->
    [0] This list shows nobody who can be written to. People whose address is not confirmed get no message.
    [one] 1 person gets it: everybody whom the list shows and whose address is confirmed. Those who have withdrawn get it only where you chose them.
   *[other] { $n } people get it: everybody whom the list shows and whose address is confirmed. Those who have withdrawn get it only where you chose them.
}
staff-message-confidential = This event is confidential, and e-mail is not: write nothing that its TLP label forbids.
staff-message-readers = { $n ->
    [one] 1 person reads this language.
   *[other] { $n } people read this language.
}
staff-message-subject-in = Subject in { $language }
staff-message-text-in = Text in { $language }
staff-message-text-hint = { $most } characters at most. Empty lines part paragraphs; addresses of pages become links; everything else stays as you type it. Greeting, event and the link to the personal page are added.
staff-message-check = See who gets it and what it looks like
staff-message-checked = Is this right?
staff-message-do = { $n ->
    [one] Send to 1 person now
   *[other] Send to { $n } people now
}
staff-message-next = See the next people
staff-message-too-many = { $most } people at most get one message. Narrow the list down by search, status or sector.
staff-message-left-out = { $n ->
    [one] 1 was left out: withdrawn or erased in the meantime
   *[other] { $n } were left out: withdrawn or erased in the meantime
}
staff-message-gone = The time to keep the text is over
staff-done-message-sent = { $n ->
    [one] 1 e-mail is on its way.
   *[other] { $n } e-mails are on their way.
}
staff-done-message-stopped = { $n ->
    [one] Stopped. 1 e-mail is not sent.
   *[other] Stopped. { $n } e-mails are not sent.
}
staff-fault-languages = Somebody reads a language in which subject or text is missing. Look again who gets it, and fill in every language.
staff-back-to-list = Back to the list
staff-cause-announced = Message sent
staff-deed-announcement_sent = Message sent
staff-deed-announcement_stopped = Message stopped
staff-journal-field-announcement = Message
staff-journal-field-languages = Languages
staff-journal-field-filtered = Only some
