# Papers: the quarter report as a PDF, badges.
quarter-signature = Handtekening (Ed25519): { $value }
quarter-key = Publieke sleutel: { $value }
quarter-foot = Revisie { $revision }, vingerafdruk { $fingerprint }
staff-quarter-download-pdf = Als pdf downloaden
staff-quarter-download-signature = Handtekening van de pdf
staff-badges = Badges afdrukken (pdf)
badges-title = Badges: { $title }
badges-none = Niemand heeft een plaats ter plaatse.
badge-square = Code van de persoonlijke pas
