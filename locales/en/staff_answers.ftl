# Staff pages: answers to many requests at once, and the note for colleagues.

# Answers to many requests at once
staff-every-mode = All ways of taking part
staff-every-sector = All sectors
staff-choose-person = Choose { $name }
staff-answers-all = Everybody whom this list shows and who can be answered, on its other pages too
staff-accept-many = Accept: see who gets what
staff-refuse-many = Do not accept: see who is meant
staff-accept-many-done = Accepted
staff-refuse-many-done = Not accepted
staff-accept-many-do = { $n ->
    [one] Accept 1 person
   *[other] Accept { $n } people
}
staff-refuse-many-do = { $n ->
    [one] Do not accept 1 person
   *[other] Do not accept { $n } people
}
staff-accept-many-what = { $n ->
    [one] 1 person is accepted and gets an e-mail.
   *[other] { $n } people are accepted, in the order in which they confirmed their address, and get an e-mail each.
} { $seats ->
    [0] Nobody gets a seat at once.
    [one] 1 gets a seat.
   *[other] { $seats } get a seat.
} { $waiting ->
    [0] Nobody has to wait.
    [one] 1 comes on the waiting list.
   *[other] { $waiting } come on the waiting list.
} You can refuse somebody afterwards on their page.
staff-refuse-many-what = { $n ->
    [one] 1 person is not accepted and gets an e-mail with your reason.
   *[other] { $n } people are not accepted and get an e-mail with your reason in their language.
} You can accept them after all, on their page or in the list.
staff-reason-in = Reason, for readers of { $language }
staff-reason-in-hint = One line, 200 characters at most. They read it in the e-mail and on their page, as you type it.
staff-answers-nobody = Nobody is chosen who can get this answer. Tick people in the list, or choose everybody it shows.
staff-answers-too-many = { $most } people at most are answered at once. Narrow the list down by search or sector, or tick fewer.
staff-answers-who = Who gets this answer
staff-answers-gets = Gets
staff-answers-left-out = { $n ->
    [one] 1 person gets no answer
   *[other] { $n } people get no answer
}
staff-answers-left-alone = { $n ->
    [one] 1 person was left alone
   *[other] { $n } people were left alone
}
staff-outlook-seat = A seat.
staff-outlook-refused = Is not accepted.
staff-left-state = Nothing to answer: { $state }.
staff-left-erased = The data was erased.
staff-left-shut = The mandate on this platform is over.
staff-left-no-seat = The seat that was shown is taken by now.
staff-left-changed = Changed since you looked. Look again before you answer.
staff-done-accept-many = { $n ->
    [one] 1 person is accepted and gets an e-mail.
   *[other] { $n } people are accepted and get an e-mail each.
}
staff-done-refuse-many = { $n ->
    [one] 1 person is not accepted and gets an e-mail with your reason.
   *[other] { $n } people are not accepted and get an e-mail with your reason.
}

# The note for colleagues
staff-note = Note for colleagues
staff-note-about = Note for colleagues
staff-note-write = Write a note for colleagues
staff-note-edit = Change the note
staff-note-save = Save the note
staff-note-hint = { $most } characters at most; left empty, the note is removed. Staff of this platform read it. It is in no e-mail, but it is about a person: they can ask to read it and find it in the file with their data. It goes when their data goes.
staff-fault-note-long = The note has { $n } characters; { $most } are possible. Make it shorter.
staff-fault-note-stale = A colleague changed the note in the meantime. Below are their words, and yours under them: keep what is right and save again.
staff-done-noted = The note is saved.
staff-deed-registration_noted = Note for colleagues
staff-journal-field-note = Note

# Before the others
staff-cause-promoted-by-staff = Given a seat before the others
staff-cause-put-first = Put first in line
staff-promote = Put before the others
staff-promote-first-what = { $name } is number { $place } on the waiting list and becomes number 1: the next seat that is free for them is theirs. Those who are passed over keep their order.
staff-promote-seat-what = { $name } is number { $place } on the waiting list. A seat is free for them now: they get it before the others, with an e-mail and your reason.
staff-promote-reason-hint = 2 to 300 characters. It stays in the history; the person reads it on their page and, when they get a seat, in the e-mail: write it in their language.
staff-promote-short = Say why in 2 to 300 characters.
staff-promote-no-seat = There is no seat for them any more.
staff-promote-first-do = Put first in line
staff-promote-seat-do = Give the seat
staff-done-promoted = The person has a seat and gets an e-mail with your reason.
staff-done-put-first = The person is first in line. The next seat that is free for them is theirs.
staff-deed-registration_promoted = Put before the others
staff-journal-field-place = Place in line

# The list as a file
staff-export-workbook = As a workbook (XLSX)
