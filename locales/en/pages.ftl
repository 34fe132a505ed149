# Texts of the pages: keys start with the page's name.
