# Papers: the quarter report as a PDF, badges.
quarter-signature = Signature (Ed25519): { $value }
quarter-key = Public key: { $value }
quarter-foot = Revision { $revision }, fingerprint { $fingerprint }
staff-quarter-download-pdf = Download as a PDF
staff-quarter-download-signature = Signature of the PDF
staff-badges = Print badges (PDF)
badges-title = Badges: { $title }
badges-none = Nobody has a seat on site.
badge-square = Square of the personal pass
