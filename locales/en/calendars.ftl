# Calendars to subscribe to: of a platform, and of a person.
calendar-title = In your calendar
calendar-what = Subscribe to a calendar: new dates, changes and cancellations then appear in it by themselves.
calendar-subscribe = Subscribe to the calendar of { $platform }
calendar-address = Or add this address to your calendar yourself:
calendar-waiting = Waiting list: { $title }
calendar-own-name = { site-owner }: my events
calendar-own-title = All my events in my calendar
calendar-own-what = Subscribe to a calendar of your own with all your events, not only this one. Changes appear in it by themselves.
calendar-own-subscribe = Subscribe to my calendar
calendar-own-secret = This address is secret: anyone who has it sees what you take part in. Do not share it.
calendar-own-renew-what = Has somebody else seen the address? Then ask for a new one: the old one stops working at once, and you have to add the calendar again.
calendar-own-renew = Make a new address
personal-done-renewed = Your calendar has a new address. The old one no longer works.
