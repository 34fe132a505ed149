# Naming a colleague who takes a seat over: the part of the personal page.
substitute-title = Een vervanger aanduiden
substitute-title-asked = U vroeg een collega
substitute-what = Kunt u niet komen? Een collega van { $organisation } kan uw plaats overnemen. Wij sturen een e-mail met uw naam. De collega heeft zeven dagen om te antwoorden, en niet langer dan tot het evenement begint. Tot dan houdt u uw plaats.
substitute-what-members = Kunt u niet komen? Wie zelf een mandaat voor uw organisatie ({ $organisation }) heeft, kan uw plaats overnemen. Alleen zo iemand krijgt een e-mail met uw naam, met zeven dagen om te antwoorden, en niet langer dan tot het evenement begint. Wie een mandaat heeft, zeggen wij hier niet. Tot dan houdt u uw plaats.
substitute-asked = U vroeg { $name } ({ $email }) om uw plaats over te nemen. Een antwoord kan tot { $before }. Tot dan is de plaats van u.
substitute-asked-members = U vroeg { $name } ({ $email }) om uw plaats over te nemen. Wie geen mandaat voor uw organisatie heeft, krijgt geen e-mail. Een antwoord kan tot { $before }. Tot dan is de plaats van u.
substitute-take-back = Mijn vraag intrekken
substitute-again = Of vraag iemand anders
substitute-declined = De collega die u vroeg, kan ook niet komen. U hebt uw plaats nog.
substitute-lapsed = De collega die u vroeg, heeft niet op tijd geantwoord. U hebt uw plaats nog.
substitute-name = Volledige naam van uw collega
substitute-email = E-mailadres van uw collega op het werk
substitute-email-why = Een adres van uw organisatie. Alleen daar komt het aanbod aan.
substitute-email-why-members = Het adres waaronder het mandaat geregistreerd is. Alleen daar komt het aanbod aan.
substitute-language = Taal van de e-mail
substitute-send = Deze collega vragen
substitute-fault-not_allowed = Op dit platform kunt u geen vervanger aanduiden. Antwoord op onze e-mail als u niet kunt komen.
substitute-fault-oneself = Dit is uw eigen adres. Geef het adres van een collega.
substitute-fault-other_organisation = Dit is geen adres van uw organisatie. Geef een adres dat bij uw organisatie hoort, of vraag de collega om zich zelf in te schrijven.
substitute-fault-unknown_organisation = De organisatoren aanvaarden hier elke deelnemer, en wij kennen geen e-maildomein van uw organisatie. Vraag uw collega om zich zelf in te schrijven.
substitute-fault-too_often = U vroeg al vaak een collega. Probeer het morgen opnieuw, of antwoord op onze e-mail.
substitute-fault-over = Dit aanbod geldt niet meer.
substitute-fault-registered = Dat kan niet meer.
personal-done-asked = Uw vraag is genoteerd. U houdt uw plaats tot uw collega ze overneemt.
personal-done-taken-back = Uw vraag is ingetrokken. U hebt uw plaats nog.
personal-replaced-title = Een collega heeft uw plaats overgenomen

# The page of the offer, for whoever was named.
offer-eyebrow = De plaats van een collega
offer-title = Wilt u deze plaats overnemen?
offer-lead = { $name } heeft een plaats voor dit evenement, kan niet komen en duidt u aan als vervanger. U kunt antwoorden tot { $before }. U bent nog niet ingeschreven.
offer-lead_nobody = Een collega heeft een plaats voor dit evenement, kan niet komen en duidt u aan als vervanger. U kunt antwoorden tot { $before }. U bent nog niet ingeschreven.
offer-form-title = De plaats overnemen
offer-fixed = Organisatie en deelname zijn die van de plaats. Het aanbod geldt alleen voor dit adres.
offer-accept = Ja, ik neem de plaats over
offer-decline-title = Kunt u ook niet komen?
offer-decline-text = Uw collega ziet dan dat u niet kunt komen, en houdt de plaats.
offer-decline-send = Nee, ik kan niet komen
offer-back = Terug naar het aanbod
offer-accepted-title = De plaats is van u
offer-accepted = Wij stuurden u een e-mail met de uitnodiging voor uw agenda en de link naar uw inschrijving.
offer-declined-title = U komt niet
offer-declined = Dank u voor uw antwoord. U bent niet ingeschreven, en wij wissen binnenkort uw naam en adres. Hebt u zich bedacht? Vraag uw collega om u opnieuw aan te duiden.
offer-over-title = Dit aanbod geldt niet meer
offer-over = De plaats is niet meer aan u aangeboden, of de tijd om te antwoorden is voorbij. U bent door dit aanbod niet ingeschreven. Hebt u een vraag? Schrijf naar { $contact }.
offer-registered-confirmed-title = U hebt al een plaats
offer-registered-confirmed = U hebt zelf een plaats voor dit evenement, dus u kunt deze niet overnemen. Laat het uw collega weten.
offer-registered-rejected-title = U kunt deze plaats niet overnemen
offer-registered-rejected = De organisatoren hebben eerder beslist over uw deelname aan dit evenement. Hebt u een vraag? Schrijf naar { $contact }.
offer-registered-cancelled-title = Het evenement gaat niet door
offer-registered-cancelled = U hoeft niets te doen.
offer-mode-changed = De manier van deelnemen is veranderd sinds u deze pagina opende. Kijk het nog eens na.

# The mail that asks.
mail-substitute_offer-subject = Kunt u in de plaats van een collega komen? { $title }
mail-substitute_offer-heading = Kunt u in de plaats van een collega komen?
mail-substitute_offer-intro = { $name } heeft een plaats voor het evenement hieronder, kan niet komen en duidt u aan als vervanger. U bent niet ingeschreven.
mail-substitute_offer-intro_nobody = Een collega heeft een plaats voor het evenement hieronder, kan niet komen en duidt u aan als vervanger. U bent niet ingeschreven.
mail-substitute_offer-how = Wilt u de plaats overnemen? Open dan de pagina hieronder, kijk uw gegevens na en bevestig. Zolang u dat niet doet, verandert er niets.
mail-substitute_offer-deadline = U kunt antwoorden tot { $before }.
mail-substitute_offer-accept = Het aanbod bekijken
mail-substitute_offer-decline = Ik kan niet komen
mail-substitute_offer-personal = Dit aanbod geldt alleen voor dit e-mailadres. Stuur deze e-mail dus niet door. Kent u die persoon niet? Doe dan niets: uw adres wordt gewist.

# Words of the history and of lists.
reason-replaced = Een collega heeft de plaats overgenomen.
reason-stood_in = Een collega die niet kan komen, bood u deze plaats aan.
cause-replaced = De collega die u aanduidde, nam uw plaats over.
cause-stood_in = U nam de plaats van een collega over.
mail-kind-substitute_offer = Vraag om een plaats over te nemen
