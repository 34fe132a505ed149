//! The events of the Cyber Security Coalition: one held, one to come.

use super::{EventText, OPENING, QUESTIONS, RECEPTION, ROUND, WELCOME};

/// An experience-sharing day on the cloud.
pub const SHARING: EventText = EventText {
    theme: [
        "Ervaringsuitwisseling: veilig naar de cloud",
        "Partage d’expérience : vers le cloud en toute sécurité",
        "Erfahrungsaustausch: sicher in die Cloud",
        "Experience sharing: moving to the cloud safely",
    ],
    summary: [
        "Drie organisaties vertellen openhartig wat goed en fout liep toen zij hun toepassingen naar de cloud brachten: sleutelbeheer, toegangsrechten en wat er gebeurt wanneer de provider uitvalt.",
        "Trois organisations racontent sans détour ce qui a réussi et échoué lors de leur passage au cloud : gestion des clés, droits d’accès et conséquences d’une panne du fournisseur.",
        "Drei Organisationen berichten offen, was beim Umzug ihrer Anwendungen in die Cloud gelang und was nicht: Schlüsselverwaltung, Zugriffsrechte und was geschieht, wenn der Anbieter ausfällt.",
        "Three organisations tell frankly what went well and what went wrong when they moved their applications to the cloud: key management, access rights, and what happens when the provider fails.",
    ],
    agenda: &[
        (-30, WELCOME, false),
        (0, OPENING, true),
        (
            10,
            [
                "Wie heeft de sleutels? Versleuteling in de publieke cloud",
                "Qui détient les clés ? Le chiffrement dans le cloud public",
                "Wer hat die Schlüssel? Verschlüsselung in der öffentlichen Cloud",
                "Who holds the keys? Encryption in the public cloud",
            ],
            true,
        ),
        (
            50,
            [
                "Toegangsrechten opruimen zonder de werking te verstoren",
                "Assainir les droits d’accès sans perturber le service",
                "Zugriffsrechte aufräumen, ohne den Betrieb zu stören",
                "Cleaning up access rights without disturbing operations",
            ],
            true,
        ),
        (90, QUESTIONS, false),
        (110, RECEPTION, false),
    ],
};

/// A focus group on awareness.
pub const FOCUS: EventText = EventText {
    theme: [
        "Focusgroep bewustmaking: van campagne naar gewoonte",
        "Groupe de travail sensibilisation : de la campagne à l’habitude",
        "Fokusgruppe Sensibilisierung: von der Kampagne zur Gewohnheit",
        "Awareness focus group: from campaign to habit",
    ],
    summary: [
        "Een jaarlijkse campagne volstaat niet. De focusgroep vergelijkt methodes die gedrag blijvend veranderen en werkt aan materiaal dat elke organisatie gratis kan gebruiken.",
        "Une campagne annuelle ne suffit pas. Le groupe de travail compare les méthodes qui changent durablement les comportements et prépare du matériel que chaque organisation peut utiliser gratuitement.",
        "Eine jährliche Kampagne genügt nicht. Die Fokusgruppe vergleicht Methoden, die Verhalten dauerhaft ändern, und erarbeitet Material, das jede Organisation kostenlos nutzen kann.",
        "One campaign a year is not enough. The focus group compares methods that change behaviour for good and prepares material that any organisation can use free of charge.",
    ],
    agenda: &[
        (0, OPENING, true),
        (
            10,
            [
                "Wat werkt? Resultaten van een vergelijkend onderzoek",
                "Qu’est-ce qui fonctionne ? Résultats d’une étude comparative",
                "Was wirkt? Ergebnisse einer Vergleichsstudie",
                "What works? Results of a comparative study",
            ],
            true,
        ),
        (
            45,
            [
                "Werksessie: één boodschap voor alle doelgroepen",
                "Session de travail : un message pour tous les publics",
                "Arbeitssitzung: eine Botschaft für alle Zielgruppen",
                "Working session: one message for every audience",
            ],
            false,
        ),
        (90, ROUND, false),
    ],
};
