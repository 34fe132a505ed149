# Asking the holders of mandates once a quarter.

staff-asking-on = Holders are asked each quarter
staff-asking-off = Ask holders each quarter
staff-asking-how = What happens
staff-asking-what = From the first day of each quarter on, everybody whose mandate is in force gets one e-mail asking whether it still holds, and one more after 14 days without an answer. Who says no ends their own mandate with that day. Of mandates that began or were entered in the quarter, or end in it, nothing is asked; guests are not asked.
staff-asking-due = { $n ->
    [0] Nobody would be written to now.
    [one] One person would be written to now.
   *[other] { $n } people would be written to now.
}
staff-asking-stop-what = If you stop it, nobody is asked any more; links that were sent still work until the end of the quarter.
staff-asking-start = Ask from now on
staff-asking-stop = Stop asking
staff-done-asking-on = Holders are asked from now on.
staff-done-asking-off = Holders are no longer asked.
staff-unconfirmed = Not confirmed this quarter
staff-not-confirmed = not confirmed this quarter
staff-confirmed-on = confirmed on { $day }
staff-last-confirmed = Last confirmed
staff-never-confirmed = never
staff-to-do-unconfirmed = { $n ->
    [one] One mandate is not confirmed this quarter: { $platform }
   *[other] { $n } mandates are not confirmed this quarter: { $platform }
}
staff-deed-holders_asking_set = Asking of holders changed
staff-deed-holders_asked = Holders asked
staff-deed-mandate_confirmed = Mandate confirmed
staff-journal-field-asks = Holders are asked
staff-journal-field-quarter = Quarter
staff-journal-field-asked = Asked
staff-journal-field-asked_again = Asked again
