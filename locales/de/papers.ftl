# Papers: the quarter report as a PDF, badges.
quarter-signature = Signatur (Ed25519): { $value }
quarter-key = Öffentlicher Schlüssel: { $value }
quarter-foot = Revision { $revision }, Fingerabdruck { $fingerprint }
staff-quarter-download-pdf = Als PDF herunterladen
staff-quarter-download-signature = Signatur des PDF
staff-badges = Namensschilder drucken (PDF)
badges-title = Namensschilder: { $title }
badges-none = Niemand hat einen Platz vor Ort.
badge-square = Code des persönlichen Passes
