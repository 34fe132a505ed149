# Attestations of presence: on paper, on the page that checks them, in the mail, for staff.
attestation-title = Attestation of attendance
attestation-says = { $provider } confirms that
attestation-took-part = attended
attestation-when = When
attestation-attended = Way of attending
attestation-duration = Duration attended
attestation-hours = { $n ->
    [one] { $n } hour
   *[other] { $n } hours
}
attestation-minutes = { $n ->
    [one] { $n } minute
   *[other] { $n } minutes
}
attestation-provider = Provider
attestation-number = Number
attestation-issued = Issued on
attestation-check = Check this attestation
attestation-check-what = This page says whether the attestation is still valid, and repeats what it says:
attestation-square = Square to scan: it leads to the page that checks this attestation
attestation-data = Electronic signature
attestation-data-what = These characters are what stands above, with our Ed25519 signature, as a JSON Web Signature (RFC 7515). With the public key, at { $key }, any suitable program can check it without us; leave out the line breaks.

check-title = Check of an attestation
check-valid-title = This attestation is valid
check-valid = Compare it with the paper: name, title, date and duration must be the same.
check-revoked-title = This attestation has been revoked
check-revoked = It was revoked on { $at } and proves nothing any more.
check-unknown-title = We do not know this attestation
check-unknown = Check the address: it must be exactly the one on the paper. If it is, the attestation was not issued by us.
check-name = Name
check-event = Event
check-gone = No longer kept: names are erased some time after the event. The signature on the paper still shows whose attestation it is.
check-key = Public key for checking signatures

personal-attestation = Attestation of attendance
personal-attestation-what = You were registered as present. You can have an attestation of it, signed electronically, with a page on which anybody you give it to can check it.
personal-attestation-make = Make my attestation
personal-attestation-get = Download the attestation (PDF)
personal-attestation-there = Your attestation, number { $number }, is ready.
personal-attestation-revoked = An earlier attestation was revoked, because your attendance was corrected.
personal-done-attested = Your attestation is ready.

mail-attestation-subject = Your attestation of attendance: { $title }
mail-attestation-heading = Your attestation of attendance
mail-attestation-intro = Thank you for attending. Your attestation is attached as a PDF.
mail-attestation-check = It is signed electronically and names a page on which anybody you give it to can check that it is valid.
mail-attestation-page = You can also download it from your page:
mail-attestation-file = attestation
mail-kind-attestation = Attestation of attendance
cause-attested = Your attestation of attendance was issued.
staff-preview-when-attestation = Somebody was present, and the organisers have the attestations issued after the event.

staff-attestations = Attestations
staff-attestations-what = Everybody who was present gets a signed attestation by e-mail as a PDF. Whoever has one already gets no other one. When presence is corrected later, the attestation is revoked at once; whoever turns out to have been present gets one by itself.
staff-attestations-present = Present
staff-attestations-issued = Valid attestations
staff-attestations-sent = Sent by e-mail
staff-attestations-open = Still to be issued
staff-attestations-revoked = Revoked
staff-attestations-do = Issue attestations
staff-attestations-working = Attestations are being issued. Reload this page to see how far it is.
staff-attestations-reload = Reload
staff-attestations-done = All attestations have been issued.
staff-attestations-asked = Asked for on { $at }.
staff-attestations-nobody = Nobody is registered as present, so there is nothing to issue.
staff-attestations-early = Attestations can be issued once the event is over.
staff-deed-attestations_issued = Attestations asked for
