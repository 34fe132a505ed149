# Signing in and one’s own account: password, second factor, passkeys, sign-ins.

staff-forgot = Forgot your password? Ask the administrator.

staff-fault-sign-in = Check your e-mail address and password: they do not belong together, or you no longer have access.

# One’s own account
staff-account = Your account
staff-second-factor = Second factor
staff-second-factor-none = Signing in asks for your password only. With a second factor it also asks for a code from an app on your phone.
staff-second-factor-since = On since { $at }. { $left ->
    [0] No code for a lost phone is left.
    [one] One code for a lost phone is left.
   *[other] { $left } codes for a lost phone are left.
}
staff-second-factor-begin = Set up a second factor
staff-second-factor-set = Turn it on
staff-second-factor-off = Turn the second factor off
staff-second-factor-on = With a second factor
staff-scan-do = Scan this QR code with an authenticator app on your phone.
staff-scan-label = QR code with the secret
staff-scan-type = Or type this in the app:
staff-scan-then = Type the code that the app shows.
staff-code = Code
staff-code-hint = Six digits from your app.
staff-code-hint-lost = Six digits from your app. Phone lost? Use one of the codes that you kept, or ask the administrator.
staff-recovery-made = The second factor is on. These codes help when your phone is lost:
staff-recovery-what = You see them only once. Keep them in a safe place; each works one time.
staff-sign-ins = Where you are signed in
staff-sign-in-since = Signed in since
staff-sign-in-seen = Last used
staff-sign-in-here = This browser
staff-sign-ins-end = Sign out everywhere else
staff-password-change = Change the password
staff-password-present = Current password
staff-password-next = New password
staff-password-rule = At least { $n } characters. You are then signed out everywhere.
staff-sign-in-code = Second factor
staff-fault-password = This is not your current password.
staff-fault-password-short = The new password needs at least { $n } characters.
staff-fault-code = This code is wrong or was used already. Wait for the next one in your app. After ten wrong codes in a row we take none for a quarter of an hour.
staff-fault-code-first = This code does not fit. The QR code is still the same: wait until your app shows the next code and type that. Does your phone show the right time?
staff-done-second-factor-off = The second factor is off.
staff-done-sign-ins-ended = { $n ->
    [0] You were signed in nowhere else.
    [one] One sign-in ended.
   *[other] { $n } sign-ins ended.
}
staff-done-password-changed = Your password is changed. Sign in with the new one.
staff-journal-field-second_factor = Second factor
staff-deed-second_factor_set = Second factor set up
staff-deed-second_factor_taken = Second factor turned off
staff-fault-code-missing = Type the code. Your app shows it, six digits.
staff-fault-code-lapsed = No QR code waits for its first code here: it is more than half an hour old, or was shown in another sign-in. Begin again with your password, and remove the old entry from your app.
staff-password-again = New password, once more
staff-fault-password-again = The two new passwords differ. Type the same one twice.
staff-device = Device
staff-device-unknown = Unknown device
staff-sign-in-end = Sign out there
staff-ask-back = Back to the users
staff-ask-password = Give a new password
staff-ask-password-what = { $whose } is signed out everywhere at once, and the old password opens nothing any more. You see the new one on the next page, once, and pass it on yourself. Second factor and passkeys stay: take them off as well where somebody else may have set them up.
staff-ask-password-do = Give a new password
staff-ask-second-factor-off = Turn off a second factor
staff-ask-second-factor-off-what = { $whose } then signs in with the password alone; passkeys and connected accounts are removed, too. Do this only when they have lost phone and codes, and only when you are sure who asks. They can set up a new one on their account page.
staff-ask-second-factor-off-do = Turn off the second factor
staff-sign-in-passkey = Sign in with a passkey
staff-passkey-none = No passkey was used. Try again, or sign in with your password.
staff-passkey-none-made = No passkey was made, or this device holds one of yours already. Try again, or go back.
staff-passkey-down = That did not work: load the page again, or use your password.
staff-passkeys = Passkeys
staff-passkeys-what = With a passkey you sign in by your fingerprint, face, PIN or security key, without password or code. It works only on this site and cannot be passed on by mistake.
staff-passkey-name = Name of the passkey
staff-passkey-name-hint = For example the device that holds it.
staff-passkey-since = Added
staff-passkey-unused = Not yet
staff-passkey-add = Add a passkey
staff-passkey-remove = Remove
staff-passkey-remove-what = It opens nothing here any more. Remove it from your device as well.
staff-passkey-remove-do = Remove the passkey
staff-passkey-new = Add a passkey
staff-passkey-ask = Your browser now asks where to keep the passkey “{ $name }” and how you unlock it. You have five minutes.
staff-passkey-go = Go on
staff-passkey-back = Back to the account
staff-passkey-noscript = Adding a passkey needs scripts, which are off in this browser.
staff-fault-passkey = This passkey does not open anything here, it was answered too late, or you no longer have access. Try again, or sign in with your password.
staff-fault-passkey-name = Give the passkey a name of at most 60 characters.
staff-fault-passkey-script = Your browser made no passkey: scripts are off, or it knows none.
staff-fault-passkey-new = The answer of your device does not fit, or it took longer than five minutes. Begin again.
staff-fault-passkey-known = This passkey is known already.
staff-done-passkey-added = The passkey is added. You can sign in with it from now on.
staff-done-passkey-removed = The passkey is removed.
staff-journal-field-passkey = Passkey
staff-deed-passkey_added = Passkey added
staff-deed-passkey_removed = Passkey removed
