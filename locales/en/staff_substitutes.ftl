# Substitutes: on the page of a registration, of a platform, in the journal.
staff-cause-replaced = Replaced by a colleague
staff-cause-stood-in = Took over the seat of a colleague
staff-reason-replaced = A substitute took over the seat.
staff-reason-stood-in = The seat was a colleague’s, who offered it.
staff-substitute-for = Stands in for
staff-substitute-by = Replaced by
staff-substitute-asked = Asked to stand in
staff-substitute-until = can answer until { $before }
staff-platform-substitutes = Substitutes
staff-platform-substitutes-title = Who cannot come
staff-platform-substitutes-yes = Whoever has a seat may name a colleague
staff-platform-substitutes-no = Not allowed
staff-platform-substitutes-open = The colleague takes the seat over, also when people wait. Where a mail domain of the organisation is registered, the address must be in it.
staff-platform-substitutes-approval = The colleague takes the seat over without a decision of an organiser. That is possible only with an address in a registered mail domain of the organisation.
staff-platform-substitutes-members = Only who holds a mandate for the same organisation can take over.
staff-fault-platform-substitutes = Choose whether substitutes are allowed.
staff-deed-seat_handed_on = Seat handed on
