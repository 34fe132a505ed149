# The mail room.

staff-mail = Mail
staff-mail-status-queued = Waiting to be sent
staff-mail-status-sent = Sent
staff-mail-status-failed = Not delivered
staff-mail-status-aborted = No longer needed
staff-mails-queued = Waiting to be sent
staff-mails-sent = Sent
staff-mails-failed = Not delivered
staff-mails-aborted = No longer needed
staff-attempts = { $n ->
    [one] 1 attempt
   *[other] { $n } attempts
}
staff-retry = Try again
staff-abort = Give up
staff-no-mails = There are no mails here.
staff-mails-cut = The newest { $n } are shown.
staff-done-retried = The mail will be tried again now.
staff-done-aborted = The mail is given up.
