# Papers: the quarter report as a PDF, badges.
quarter-signature = Signature (Ed25519) : { $value }
quarter-key = Clé publique : { $value }
quarter-foot = Révision { $revision }, empreinte { $fingerprint }
staff-quarter-download-pdf = Télécharger en PDF
staff-quarter-download-signature = Signature du PDF
staff-badges = Imprimer les badges (PDF)
badges-title = Badges : { $title }
badges-none = Personne n’a de place sur place.
badge-square = Carré du laissez-passer personnel
