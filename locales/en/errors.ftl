# What is wrong with something typed, and how to put it right. The last part of the key is the fault's code.

error-name-empty = Enter your full name.
error-name-too_long = Enter a shorter name, 120 characters at most.
error-name-control_character = Type your name again: it contains a hidden character or a line break.
error-name-no_letter = Enter a name with at least one letter.

error-email-empty = Enter your work e-mail address.
error-email-too_long = Enter a shorter e-mail address: 254 characters at most, 64 before the @.
error-email-no_at = Enter an e-mail address with one @, like name@example.be.
error-email-bad_character = Check the part before the @: it contains a space or a character that we cannot use.
error-email-bad_domain = Check the part after the @: it must look like example.be.

error-organisation-empty = Enter the name of your organisation.
error-organisation-too_long = Enter a shorter name of your organisation, 160 characters at most.
error-organisation-control_character = Type the name of your organisation again: it contains a hidden character or a line break.
error-organisation-no_letter = Enter a name of your organisation with at least one letter or digit.

error-line-empty = Fill in this field.
error-line-too_long = Enter a shorter text.
error-line-control_character = Type this text again: it contains a hidden character or a line break.
error-line-no_letter = Enter at least one letter or digit.

error-sector-missing = Choose the sector you work in.
error-mode-missing = Choose how you want to take part.
error-language-missing = Choose a language.
