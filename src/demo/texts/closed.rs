//! The meetings of the closed platforms other than CSI/DPO. Invented agendas: nothing here tells what was really said.

use super::{CLOSING, EventText, REPORT, ROUND};

/// Synergy IT: shared procurement.
pub const SIT_PROCUREMENT: EventText = EventText {
    theme: ["gezamenlijke overheidsopdrachten", "marchés publics communs", "gemeinsame öffentliche Aufträge", "joint procurement"],
    summary: [
        "Stand van zaken van de lopende raamcontracten voor werkplekken en beveiligingsdiensten, en een voorstel om beveiligingseisen in alle bestekken op dezelfde manier te formuleren.",
        "État d’avancement des contrats-cadres en cours pour les postes de travail et les services de sécurité, et proposition de formuler de la même manière les exigences de sécurité dans tous les cahiers des charges.",
        "Stand der laufenden Rahmenverträge für Arbeitsplätze und Sicherheitsdienste sowie ein Vorschlag, Sicherheitsanforderungen in allen Lastenheften einheitlich zu formulieren.",
        "State of the current framework contracts for workplaces and security services, and a proposal to word security requirements alike in all tender documents.",
    ],
    agenda: &[
        (0, REPORT, true),
        (
            20,
            [
                "Beveiligingseisen in bestekken: een gemeenschappelijke tekst",
                "Exigences de sécurité dans les cahiers des charges : un texte commun",
                "Sicherheitsanforderungen in Lastenheften: ein gemeinsamer Text",
                "Security requirements in tenders: a common text",
            ],
            true,
        ),
        (70, ROUND, false),
        (100, CLOSING, false),
    ],
};

/// Synergy IT: identities.
pub const SIT_IDENTITY: EventText = EventText {
    theme: ["aanmelden zonder wachtwoord", "connexion sans mot de passe", "Anmeldung ohne Passwort", "signing in without a password"],
    summary: [
        "Drie diensten tonen hoe zij hun medewerkers met een sleutel of kaart laten aanmelden in plaats van met een wachtwoord, wat het kostte en hoe zij de uitzonderingen beheren.",
        "Trois services montrent comment leur personnel se connecte avec une clé ou une carte plutôt qu’avec un mot de passe, ce que cela a coûté et comment ils gèrent les exceptions.",
        "Drei Dienste zeigen, wie sich ihre Beschäftigten mit Schlüssel oder Karte statt mit Passwort anmelden, was es gekostet hat und wie sie Ausnahmen handhaben.",
        "Three services show how their staff sign in with a key or card instead of a password, what it took, and how they handle exceptions.",
    ],
    agenda: &[
        (0, REPORT, true),
        (
            20,
            [
                "Demonstratie: aanmelden met een beveiligingssleutel",
                "Démonstration : se connecter avec une clé de sécurité",
                "Vorführung: Anmelden mit einem Sicherheitsschlüssel",
                "Demonstration: signing in with a security key",
            ],
            true,
        ),
        (70, ROUND, false),
        (100, CLOSING, false),
    ],
};

/// Synergy IT: backups.
pub const SIT_BACKUP: EventText = EventText {
    theme: [
        "back-ups die een aanval overleven",
        "des sauvegardes qui survivent à une attaque",
        "Backups, die einen Angriff überstehen",
        "backups that survive an attack",
    ],
    summary: [
        "Een back-up telt pas als het terugzetten is geoefend. We leggen de herstelplannen van de diensten naast elkaar en spreken af hoe zij elkaar kunnen helpen met rekenkracht en mensen.",
        "Une sauvegarde ne compte que si sa restauration a été exercée. Nous comparons les plans de reprise des services et convenons de la façon dont ils peuvent s’entraider en capacité de calcul et en personnel.",
        "Ein Backup zählt erst, wenn die Wiederherstellung geübt wurde. Wir vergleichen die Wiederanlaufpläne der Dienste und vereinbaren, wie sie einander mit Rechenleistung und Personal helfen können.",
        "A backup only counts once restoring it has been practised. We compare the recovery plans of the services and agree how they can help each other with computing power and people.",
    ],
    agenda: &[
        (0, REPORT, true),
        (
            20,
            [
                "Hersteltest: wat de klok ons leerde",
                "Test de restauration : ce que le chronomètre nous a appris",
                "Wiederherstellungstest: was die Uhr uns lehrte",
                "Restore test: what the clock taught us",
            ],
            true,
        ),
        (70, ROUND, false),
        (100, CLOSING, false),
    ],
};

/// The council of the authorities that offer cybersecurity services.
pub const NCCB: EventText = EventText {
    theme: [
        "afstemming van de lopende projecten",
        "coordination des projets en cours",
        "Abstimmung der laufenden Projekte",
        "coordination of current projects",
    ],
    summary: [
        "De federale en regionale overheden overlopen hun projecten voor burgers en ondernemingen, sporen overlappingen op en kiezen twee initiatieven die zij samen uitvoeren.",
        "Les autorités fédérales et régionales passent en revue leurs projets destinés aux citoyens et aux entreprises, repèrent les doubles emplois et choisissent deux initiatives à mener ensemble.",
        "Die föderalen und regionalen Behörden gehen ihre Projekte für Bürger und Unternehmen durch, ermitteln Überschneidungen und wählen zwei Initiativen aus, die sie gemeinsam umsetzen.",
        "The federal and regional authorities go through their projects for citizens and businesses, find overlaps, and choose two initiatives to carry out together.",
    ],
    agenda: &[
        (0, REPORT, true),
        (
            20,
            [
                "Kaart van het dienstenaanbod",
                "Cartographie de l’offre de services",
                "Übersicht des Dienstleistungsangebots",
                "Map of the services on offer",
            ],
            true,
        ),
        (
            60,
            [
                "Eén loket voor kmo’s: voorstel",
                "Un guichet unique pour les PME : proposition",
                "Eine Anlaufstelle für KMU: Vorschlag",
                "One desk for SMEs: a proposal",
            ],
            true,
        ),
        (100, CLOSING, false),
    ],
};

/// The strategic board for the European competence centre.
pub const SB: EventText = EventText {
    theme: [
        "Belgische prioriteiten voor het ECCC",
        "priorités belges pour l’ECCC",
        "belgische Prioritäten für das ECCC",
        "Belgian priorities for the ECCC",
    ],
    summary: [
        "Voorbereiding van het Belgische standpunt voor de volgende raad van bestuur van het ECCC en bespreking van de oproepen waarop Belgische onderzoekers en ondernemingen kunnen inschrijven.",
        "Préparation de la position belge pour le prochain conseil de direction de l’ECCC et discussion des appels auxquels les chercheurs et entreprises belges peuvent répondre.",
        "Vorbereitung der belgischen Haltung für den nächsten Verwaltungsrat des ECCC und Besprechung der Ausschreibungen, an denen sich belgische Forschung und Unternehmen beteiligen können.",
        "Preparation of the Belgian position for the next governing board of the ECCC and discussion of the calls open to Belgian researchers and businesses.",
    ],
    agenda: &[
        (0, REPORT, true),
        (
            15,
            [
                "Standpunt over het werkprogramma",
                "Position sur le programme de travail",
                "Haltung zum Arbeitsprogramm",
                "Position on the work programme",
            ],
            true,
        ),
        (
            60,
            [
                "Cofinanciering van onderzoeksprojecten",
                "Cofinancement de projets de recherche",
                "Kofinanzierung von Forschungsprojekten",
                "Co-funding of research projects",
            ],
            true,
        ),
        (100, CLOSING, false),
    ],
};

/// The platform of the intelligence and security services.
pub const CCIV: EventText = EventText {
    theme: ["stand van de dreiging", "état de la menace", "Stand der Bedrohung", "state of the threat"],
    summary: [
        "Uitwisseling over de stand van de dreiging en bespreking van het cyberveiligheidsbeleid. De stukken worden afzonderlijk bezorgd.",
        "Échange sur l’état de la menace et examen de la politique de cybersécurité. Les documents sont transmis séparément.",
        "Austausch über den Stand der Bedrohung und Beratung über die Cybersicherheitspolitik. Die Unterlagen werden gesondert übermittelt.",
        "Exchange on the state of the threat and discussion of cybersecurity policy. Documents are sent separately.",
    ],
    agenda: &[
        (0, REPORT, false),
        (15, ["Stand van de dreiging", "État de la menace", "Stand der Bedrohung", "State of the threat"], false),
        (60, ["Beleidspunten", "Points de politique", "Politische Fragen", "Policy items"], false),
        (100, CLOSING, false),
    ],
};

/// The supervisory authorities.
pub const CYSSAP: EventText = EventText {
    theme: ["toezicht over de sectoren heen", "un contrôle par-delà les secteurs", "sektorübergreifende Aufsicht", "supervision across sectors"],
    summary: [
        "De sectorale overheden vergelijken hun inspecties, leggen hun bevindingen naast elkaar en spreken één vragenlijst af voor organisaties die onder meer dan één toezichthouder vallen.",
        "Les autorités sectorielles comparent leurs inspections et leurs constats et conviennent d’un questionnaire unique pour les organisations soumises à plusieurs autorités de contrôle.",
        "Die sektoralen Behörden vergleichen ihre Inspektionen und Feststellungen und vereinbaren einen einheitlichen Fragebogen für Organisationen, die mehreren Aufsichtsbehörden unterstehen.",
        "The sectoral authorities compare their inspections and findings and agree on one questionnaire for organisations that answer to more than one supervisor.",
    ],
    agenda: &[
        (0, REPORT, true),
        (20, ["Lessen uit de inspecties", "Enseignements des inspections", "Lehren aus den Inspektionen", "Lessons from the inspections"], true),
        (60, ["Eén vragenlijst: ontwerp", "Un questionnaire unique : projet", "Ein Fragebogen: Entwurf", "One questionnaire: draft"], true),
        (100, CLOSING, false),
    ],
};

/// The Internet providers: false sites.
pub const ISP_PHISHING: EventText = EventText {
    theme: [
        "sneller waarschuwen voor valse websites",
        "alerter plus vite sur les faux sites",
        "schneller vor gefälschten Websites warnen",
        "warning sooner of false websites",
    ],
    summary: [
        "Hoe krijgt een surfer binnen enkele minuten een waarschuwing te zien voor een pas gemelde phishingsite? De providers vergelijken hun aanpak, hun doorlooptijden en de fout gemelde sites.",
        "Comment avertir un internaute en quelques minutes d’un site d’hameçonnage qui vient d’être signalé ? Les fournisseurs comparent leurs méthodes, leurs délais et les signalements erronés.",
        "Wie sieht ein Internetnutzer binnen Minuten eine Warnung vor einer soeben gemeldeten Phishing-Seite? Die Anbieter vergleichen Vorgehen, Durchlaufzeiten und Fehlmeldungen.",
        "How does a user see a warning within minutes of a phishing site being reported? The providers compare their approach, their lead times and false reports.",
    ],
    agenda: &[
        (0, REPORT, true),
        (
            15,
            [
                "Van melding tot waarschuwing: de keten gemeten",
                "Du signalement à l’alerte : la chaîne mesurée",
                "Von der Meldung zur Warnung: die Kette gemessen",
                "From report to warning: the chain measured",
            ],
            true,
        ),
        (60, ROUND, false),
        (90, CLOSING, false),
    ],
};

/// The Internet providers: routers at home.
pub const ISP_ROUTERS: EventText = EventText {
    theme: [
        "kwetsbare toestellen bij de klant",
        "appareils vulnérables chez le client",
        "anfällige Geräte beim Kunden",
        "vulnerable devices at the customer’s",
    ],
    summary: [
        "Modems, camera’s en televisiekastjes zonder updates dienen als springplank voor aanvallen. De providers bespreken hoe zij klanten bereiken en wat zij vanop afstand mogen herstellen.",
        "Modems, caméras et boîtiers TV sans mises à jour servent de tremplin à des attaques. Les fournisseurs discutent de la façon d’atteindre les clients et de ce qu’ils peuvent corriger à distance.",
        "Modems, Kameras und TV-Boxen ohne Updates dienen als Sprungbrett für Angriffe. Die Anbieter besprechen, wie sie Kunden erreichen und was sie aus der Ferne beheben dürfen.",
        "Modems, cameras and television boxes without updates serve as stepping stones for attacks. The providers discuss how to reach customers and what they may repair remotely.",
    ],
    agenda: &[
        (0, REPORT, true),
        (
            15,
            [
                "Klanten bereiken: wat werkt?",
                "Atteindre les clients : ce qui fonctionne",
                "Kunden erreichen: Was wirkt?",
                "Reaching customers: what works?",
            ],
            true,
        ),
        (60, ROUND, false),
        (90, CLOSING, false),
    ],
};

/// The cybercrime experts.
pub const REN: EventText = EventText {
    theme: ["sporen van cryptomunten", "traçage des cryptomonnaies", "Nachverfolgung von Kryptowährungen", "tracing cryptocurrency"],
    summary: [
        "Periodiek overleg van de cybercrime-experten: een uitgewerkt voorbeeld van het traceren en in beslag nemen van cryptomunten, en de samenwerking met buitenlandse diensten.",
        "Concertation périodique des experts en cybercriminalité : un cas fictif de traçage et de saisie de cryptomonnaies, et la collaboration avec les services étrangers.",
        "Regelmäßige Beratung der Fachleute für Cyberkriminalität: ein durchgespieltes Beispiel der Nachverfolgung und Beschlagnahme von Kryptowährungen und die Zusammenarbeit mit ausländischen Diensten.",
        "Periodic consultation of the cybercrime experts: a worked example of tracing and seizing cryptocurrency, and cooperation with services abroad.",
    ],
    agenda: &[
        (0, REPORT, true),
        (
            20,
            [
                "Uitgewerkt voorbeeld: van portefeuille tot beslag",
                "Cas pratique : du portefeuille à la saisie",
                "Fallbeispiel: von der Wallet zur Beschlagnahme",
                "Worked example: from wallet to seizure",
            ],
            true,
        ),
        (75, ROUND, false),
        (105, CLOSING, false),
    ],
};
