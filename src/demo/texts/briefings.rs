//! The quarterly briefings: five themes, so that any five quarters in a row differ, and the closed session that follows.

use super::{EventText, Item, OPENING, QUESTIONS, RECEPTION, ROUND, Text, WELCOME};

const TRENDS: Text = [
    "Het dreigingsbeeld van het kwartaal",
    "L’état de la menace ce trimestre",
    "Die Bedrohungslage des Quartals",
    "The threat landscape of the quarter",
];

/// The themes of the quarterly briefings.
pub const THEMES: [EventText; 5] = [
    EventText {
        theme: ["ransomware en herstel", "rançongiciels et reprise d’activité", "Ransomware und Wiederherstellung", "ransomware and recovery"],
        summary: [
            "Ransomwaregroepen versleutelen minder en stelen meer. We overlopen de incidenten van het kwartaal, tonen hoe aanvallers binnenkwamen via slecht beveiligde toegang op afstand, en bespreken wat organisaties deden die na enkele dagen weer konden werken.",
            "Les groupes de rançongiciels chiffrent moins et volent davantage. Nous passons en revue les incidents du trimestre, montrons comment les attaquants sont entrés par des accès distants mal protégés et examinons ce qu’ont fait les organisations qui ont pu reprendre leurs activités en quelques jours.",
            "Ransomware-Gruppen verschlüsseln weniger und stehlen mehr. Wir blicken auf die Vorfälle des Quartals zurück, zeigen, wie Angreifer über schlecht gesicherte Fernzugänge eindrangen, und besprechen, was Organisationen richtig machten, die nach wenigen Tagen wieder arbeiten konnten.",
            "Ransomware groups encrypt less and steal more. We review the incidents of the quarter, show how attackers came in through poorly protected remote access, and discuss what those organisations did that were back at work within days.",
        ],
        agenda: &[
            (-30, WELCOME, false),
            (0, OPENING, true),
            (10, TRENDS, true),
            (
                45,
                [
                    "Van eerste toegang tot afpersing: anatomie van een aanval",
                    "Du premier accès à l’extorsion : anatomie d’une attaque",
                    "Vom ersten Zugriff zur Erpressung: Anatomie eines Angriffs",
                    "From first access to extortion: anatomy of an attack",
                ],
                true,
            ),
            (
                80,
                [
                    "Getuigenis: vijf dagen zonder systemen in een ziekenhuis",
                    "Témoignage : cinq jours sans systèmes dans un hôpital",
                    "Erfahrungsbericht: fünf Tage ohne Systeme in einem Krankenhaus",
                    "First-hand account: five days without systems in a hospital",
                ],
                true,
            ),
            (110, QUESTIONS, false),
        ],
    },
    EventText {
        theme: [
            "NIS2 en CyberFundamentals in de praktijk",
            "NIS2 et CyberFundamentals en pratique",
            "NIS2 und CyberFundamentals in der Praxis",
            "NIS2 and CyberFundamentals in practice",
        ],
        summary: [
            "De NIS2-wet vraagt passende maatregelen en een snelle melding van significante incidenten. We leggen uit hoe het CyberFundamentals-raamwerk daarbij helpt, wat we uit de eerste meldingen leren en welke zwakke plekken het vaakst terugkomen.",
            "La loi NIS2 exige des mesures appropriées et une notification rapide des incidents significatifs. Nous expliquons comment le référentiel CyberFundamentals y aide, ce que nous apprennent les premières notifications et quelles faiblesses reviennent le plus souvent.",
            "Das NIS2-Gesetz verlangt geeignete Maßnahmen und die rasche Meldung erheblicher Vorfälle. Wir erläutern, wie das CyberFundamentals-Framework dabei hilft, was die ersten Meldungen lehren und welche Schwachstellen am häufigsten wiederkehren.",
            "The NIS2 law asks for appropriate measures and for significant incidents to be reported quickly. We explain how the CyberFundamentals framework helps, what the first reports teach us and which weaknesses recur most often.",
        ],
        agenda: &[
            (-30, WELCOME, false),
            (0, OPENING, true),
            (10, TRENDS, true),
            (
                45,
                [
                    "Een incident melden: eerste waarschuwing, melding, eindverslag",
                    "Notifier un incident : alerte précoce, notification, rapport final",
                    "Einen Vorfall melden: Frühwarnung, Meldung, Abschlussbericht",
                    "Reporting an incident: early warning, notification, final report",
                ],
                true,
            ),
            (
                75,
                [
                    "CyberFundamentals stap voor stap: van Basic naar Important",
                    "CyberFundamentals pas à pas : de Basic à Important",
                    "CyberFundamentals Schritt für Schritt: von Basic zu Important",
                    "CyberFundamentals step by step: from Basic to Important",
                ],
                true,
            ),
            (110, QUESTIONS, false),
        ],
    },
    EventText {
        theme: ["de toeleveringsketen", "la chaîne d’approvisionnement", "die Lieferkette", "the supply chain"],
        summary: [
            "Wie een leverancier treft, treft al zijn klanten. We bespreken aanvallen via softwarebibliotheken, beheerde diensten en updates, tonen hoe een lijst van componenten (SBOM) en duidelijke contracten helpen, en lichten het beleid voor gecoördineerde bekendmaking van kwetsbaarheden toe.",
            "Toucher un fournisseur, c’est toucher tous ses clients. Nous abordons les attaques par des bibliothèques logicielles, des services gérés et des mises à jour, montrons l’utilité d’un inventaire des composants (SBOM) et de contrats clairs, et présentons la politique de divulgation coordonnée des vulnérabilités.",
            "Wer einen Lieferanten trifft, trifft alle seine Kunden. Wir besprechen Angriffe über Softwarebibliotheken, verwaltete Dienste und Updates, zeigen den Nutzen von Komponentenlisten (SBOM) und klaren Verträgen und erläutern die koordinierte Offenlegung von Schwachstellen.",
            "Whoever hits a supplier hits all its customers. We discuss attacks through software libraries, managed services and updates, show how a list of components (SBOM) and clear contracts help, and explain the policy of coordinated vulnerability disclosure.",
        ],
        agenda: &[
            (-30, WELCOME, false),
            (0, OPENING, true),
            (10, TRENDS, true),
            (
                45,
                [
                    "Wat zit er in uw software? Werken met een SBOM",
                    "Que contient votre logiciel ? Travailler avec une SBOM",
                    "Was steckt in Ihrer Software? Arbeiten mit einer SBOM",
                    "What is in your software? Working with an SBOM",
                ],
                true,
            ),
            (
                75,
                [
                    "Kwetsbaarheden gecoördineerd bekendmaken: ervaringen van onderzoekers en leveranciers",
                    "Divulguer les vulnérabilités de manière coordonnée : l’expérience de chercheurs et de fournisseurs",
                    "Schwachstellen koordiniert offenlegen: Erfahrungen aus Forschung und Industrie",
                    "Coordinated vulnerability disclosure: what researchers and vendors have learned",
                ],
                true,
            ),
            (110, QUESTIONS, false),
        ],
    },
    EventText {
        theme: [
            "DDoS-campagnes en weerbaarheid",
            "campagnes DDoS et résilience",
            "DDoS-Kampagnen und Widerstandsfähigkeit",
            "DDoS campaigns and resilience",
        ],
        summary: [
            "Hacktivisten richten zich met DDoS-aanvallen op websites van overheden, havens en banken. We tonen hoe zulke campagnes verlopen, welke voorbereiding echt helpt en hoe providers en getroffen organisaties tijdens een aanval samenwerken.",
            "Des hacktivistes visent par des attaques DDoS les sites d’autorités, de ports et de banques. Nous montrons comment se déroulent ces campagnes, quelle préparation est réellement utile et comment les fournisseurs et les organisations touchées collaborent pendant une attaque.",
            "Hacktivisten greifen mit DDoS-Attacken Websites von Behörden, Häfen und Banken an. Wir zeigen, wie solche Kampagnen ablaufen, welche Vorbereitung wirklich hilft und wie Anbieter und Betroffene während eines Angriffs zusammenarbeiten.",
            "Hacktivists aim DDoS attacks at the websites of authorities, ports and banks. We show how such campaigns unfold, which preparation really helps, and how providers and affected organisations work together during an attack.",
        ],
        agenda: &[
            (-30, WELCOME, false),
            (0, OPENING, true),
            (10, TRENDS, true),
            (
                45,
                [
                    "Een DDoS-campagne minuut na minuut",
                    "Une campagne DDoS minute par minute",
                    "Eine DDoS-Kampagne Minute für Minute",
                    "A DDoS campaign minute by minute",
                ],
                true,
            ),
            (
                75,
                [
                    "OT-netwerken gescheiden houden: lessen uit een haven",
                    "Cloisonner les réseaux OT : les leçons d’un port",
                    "OT-Netze getrennt halten: Lehren aus einem Hafen",
                    "Keeping OT networks apart: lessons from a port",
                ],
                true,
            ),
            (110, QUESTIONS, false),
        ],
    },
    EventText {
        theme: ["phishing in tijden van AI", "l’hameçonnage à l’ère de l’IA", "Phishing in Zeiten der KI", "phishing in the age of AI"],
        summary: [
            "Foutloze mails, gekloonde stemmen en valse aanmeldpagina’s die ook de tweede factor onderscheppen: phishing is overtuigender dan ooit. We tonen wat het voorbije kwartaal is gemeld, welke aanmeldmethodes standhouden en hoe medewerkers verdachte berichten melden.",
            "Des courriels sans faute, des voix clonées et de fausses pages de connexion qui interceptent aussi le second facteur : l’hameçonnage n’a jamais été aussi convaincant. Nous présentons ce qui a été signalé ce trimestre, les méthodes d’authentification qui résistent et la façon dont le personnel signale les messages suspects.",
            "Fehlerfreie E-Mails, geklonte Stimmen und gefälschte Anmeldeseiten, die auch den zweiten Faktor abfangen: Phishing ist überzeugender denn je. Wir zeigen, was im letzten Quartal gemeldet wurde, welche Anmeldeverfahren standhalten und wie Beschäftigte verdächtige Nachrichten melden.",
            "Flawless mails, cloned voices and false sign-in pages that also intercept the second factor: phishing is more convincing than ever. We show what was reported this quarter, which sign-in methods hold, and how staff report suspicious messages.",
        ],
        agenda: &[
            (-30, WELCOME, false),
            (0, OPENING, true),
            (10, TRENDS, true),
            (
                45,
                [
                    "Aan de telefoon met een gekloonde stem: CEO-fraude vandaag",
                    "Au téléphone avec une voix clonée : la fraude au président aujourd’hui",
                    "Am Telefon mit einer geklonten Stimme: CEO-Betrug heute",
                    "On the phone with a cloned voice: CEO fraud today",
                ],
                true,
            ),
            (
                75,
                [
                    "Aanmelden zonder wachtwoord: passkeys in een grote organisatie",
                    "Se connecter sans mot de passe : les passkeys dans une grande organisation",
                    "Anmelden ohne Passwort: Passkeys in einer großen Organisation",
                    "Signing in without a password: passkeys in a large organisation",
                ],
                true,
            ),
            (110, QUESTIONS, false),
        ],
    },
];

/// What the closed session says about the briefing it follows; `{}` is the theme.
pub const SESSION_SUMMARY: Text = [
    "Verdieping van de QCTR-briefing “{}” voor de informatieveiligheidsconsulenten en functionarissen voor gegevensbescherming van de overheidsdiensten: wat betekent het dreigingsbeeld voor uw dienst, en welke maatregelen nemen we samen?",
    "Approfondissement du briefing QCTR « {} » pour les conseillers en sécurité de l’information et les délégués à la protection des données des services publics : que signifie l’état de la menace pour votre service, et quelles mesures prenons-nous ensemble ?",
    "Vertiefung des QCTR-Briefings „{}“ für die Informationssicherheitsberater und Datenschutzbeauftragten der öffentlichen Dienste: Was bedeutet die Bedrohungslage für Ihren Dienst, und welche Maßnahmen treffen wir gemeinsam?",
    "A closer look at the QCTR briefing “{}” for the information security advisers and data protection officers of the public services: what does the threat landscape mean for your service, and which measures do we take together?",
];

/// The agenda of the closed session.
pub const SESSION_AGENDA: &[Item] = &[
    (0, OPENING, true),
    (
        10,
        [
            "De QCTR-bevindingen vertaald naar de overheidsdiensten",
            "Les constats du QCTR appliqués aux services publics",
            "Die QCTR-Erkenntnisse übertragen auf die öffentlichen Dienste",
            "The QCTR findings applied to the public services",
        ],
        true,
    ),
    (
        50,
        [
            "Persoonsgegevens bij een incident: wie meldt wat, en wanneer?",
            "Données personnelles et incident : qui notifie quoi, et quand ?",
            "Personenbezogene Daten bei einem Vorfall: Wer meldet was und wann?",
            "Personal data in an incident: who reports what, and when?",
        ],
        true,
    ),
    (85, ROUND, false),
    (
        110,
        [
            "Afspraken tegen het volgende kwartaal",
            "Accords pour le trimestre suivant",
            "Vereinbarungen bis zum nächsten Quartal",
            "Agreements for the next quarter",
        ],
        false,
    ),
];

/// The workshop that fills up at once.
pub const WORKSHOP: EventText = EventText {
    theme: [
        "Avondworkshop: crisisoefening ransomware",
        "Atelier du soir : exercice de crise rançongiciel",
        "Abendworkshop: Krisenübung Ransomware",
        "Evening workshop: ransomware crisis exercise",
    ],
    summary: [
        "In kleine groepen speelt u de eerste twaalf uur van een ransomware-aanval na: beslissen met onvolledige informatie, communiceren, melden en herstellen. Breng een collega van een andere dienst mee; technische voorkennis is niet nodig. Het aantal plaatsen is beperkt.",
        "En petits groupes, vous jouez les douze premières heures d’une attaque par rançongiciel : décider avec des informations incomplètes, communiquer, notifier et rétablir. Venez avec un collègue d’un autre service ; aucune connaissance technique n’est requise. Le nombre de places est limité.",
        "In kleinen Gruppen spielen Sie die ersten zwölf Stunden eines Ransomware-Angriffs durch: mit unvollständigen Informationen entscheiden, kommunizieren, melden und wiederherstellen. Bringen Sie jemanden aus einer anderen Abteilung mit; technische Vorkenntnisse sind nicht nötig. Die Zahl der Plätze ist begrenzt.",
        "In small groups you play through the first twelve hours of a ransomware attack: deciding on incomplete information, communicating, reporting and recovering. Bring a colleague from another department; no technical knowledge is needed. Seats are limited.",
    ],
    agenda: &[
        (-30, ["Onthaal met broodjes", "Accueil et sandwiches", "Empfang mit Imbiss", "Welcome and sandwiches"], false),
        (
            0,
            [
                "Spelregels en rolverdeling",
                "Règles du jeu et répartition des rôles",
                "Spielregeln und Rollenverteilung",
                "Rules of the game and roles",
            ],
            true,
        ),
        (20, ["Ronde 1: het eerste alarm", "Première manche : la première alerte", "Runde 1: der erste Alarm", "Round 1: the first alarm"], false),
        (
            65,
            [
                "Ronde 2: de pers belt, de systemen staan stil",
                "Deuxième manche : la presse appelle, les systèmes sont à l’arrêt",
                "Runde 2: Die Presse ruft an, die Systeme stehen still",
                "Round 2: the press calls, the systems are down",
            ],
            false,
        ),
        (
            110,
            [
                "Nabespreking: wat nemen we mee?",
                "Débriefing : que retenons-nous ?",
                "Nachbesprechung: Was nehmen wir mit?",
                "Debriefing: what do we take home?",
            ],
            true,
        ),
        (140, RECEPTION, false),
    ],
};
