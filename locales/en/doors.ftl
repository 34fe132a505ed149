# A closed door: what the holder of a personal link reads whose mandate is over.
door-ended-title = Your mandate has ended
door-ended = Your mandate on the platform { $platform } ended on { $day }. Its meetings are open to holders of a mandate and their guests.
door-to-come-title = Your mandate has not begun
door-to-come = You hold no mandate on the platform { $platform } that is in force today.
door-gone-title = You hold no mandate any more
door-gone = You hold no mandate on the platform { $platform } any more. Its meetings are open to holders of a mandate and their guests.
door-begins = Your next mandate begins on { $day }. From that day on this link opens again.
door-ask = Was your mandate renewed, or is this not right? Ask the organisers: { $contact }.
