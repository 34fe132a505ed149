# The page that ends messages and invitations of a platform.
unsubscribe-title = Ne plus recevoir de messages de { $platform } ?
unsubscribe-text = Vous ne recevez alors plus à cette adresse de messages des organisateurs ni d’invitations de { $platform }. Si vous êtes inscrit, vous le restez et vous recevez tout ce qui concerne votre place.
unsubscribe-end = Ne plus recevoir de messages
unsubscribe-ended-title = Vous ne recevez plus de messages de { $platform }
unsubscribe-ended = Les messages des organisateurs et les invitations de { $platform } n’arrivent plus à cette adresse. Vos inscriptions ne changent pas, et vous recevez encore ce qui concerne votre place.
unsubscribe-begin = Recevoir à nouveau des messages
erased-stays = Si vous ne vouliez plus de messages, nous le conservons sous une forme qui ne montre pas votre adresse, afin de continuer à le respecter.
