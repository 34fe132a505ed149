# Texts of the pages: keys start with the page's name.

site-owner = Centre for Cybersecurity Belgium
site-short = CCB
site-service = Event registration
layout-skip = Skip to content
layout-languages = Language
layout-error-prefix = Error:
layout-about = About this service
layout-privacy = Privacy
layout-accessibility = Accessibility
form-problem = There is a problem
