# The page that ends messages and invitations of a platform.
unsubscribe-title = No more messages from { $platform }?
unsubscribe-text = You then get no more messages of the organisers and no invitations of { $platform } at this address. If you are registered, you stay registered and get all that concerns your place.
unsubscribe-end = No more messages
unsubscribe-ended-title = You get no more messages from { $platform }
unsubscribe-ended = Messages of the organisers and invitations of { $platform } no longer come to this address. Your registrations stay as they are, and you still get what concerns your place.
unsubscribe-begin = Get messages again
erased-stays = If you wanted no more messages, we keep that in a form that does not show your address, so that it is still honoured.
