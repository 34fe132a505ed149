# Texts of the staff pages: keys start with `staff-`.
