-- What an invitation and a registration rest on: a personal call, or a mandate, with whose last day they fall.
ALTER TABLE invitation ADD COLUMN basis TEXT NOT NULL DEFAULT 'personal' CONSTRAINT invitation_basis_word CHECK (basis IN ('personal', 'mandate'));
ALTER TABLE registration ADD COLUMN basis TEXT NOT NULL DEFAULT 'personal' CONSTRAINT registration_basis_word CHECK (basis IN ('personal', 'mandate'));
-- Whoever held a mandate when they were called was called as a member.
UPDATE invitation SET basis = 'mandate' WHERE EXISTS (
  SELECT 1 FROM event
  JOIN platform ON platform.id = event.platform_id AND platform.audience = 'members'
  JOIN member ON member.platform_id = event.platform_id
  WHERE event.id = invitation.event_id AND member.email_key = invitation.email_key
    AND member.starts_on <= substr(CAST(invitation.created_at AS TEXT), 1, 10)
    AND (member.ends_on IS NULL OR member.ends_on >= substr(CAST(invitation.created_at AS TEXT), 1, 10)));
UPDATE registration SET basis = 'mandate' WHERE EXISTS (
  SELECT 1 FROM event
  JOIN platform ON platform.id = event.platform_id AND platform.audience = 'members'
  JOIN member ON member.platform_id = event.platform_id
  JOIN person ON person.email_key = member.email_key
  WHERE event.id = registration.event_id AND person.id = registration.person_id
    AND member.starts_on <= substr(CAST(registration.registered_at AS TEXT), 1, 10)
    AND (member.ends_on IS NULL OR member.ends_on >= substr(CAST(registration.registered_at AS TEXT), 1, 10)));
-- Whoever came by an invitation came by what that rests on.
UPDATE registration SET basis = (SELECT min(invitation.basis) FROM invitation WHERE invitation.registration_id = registration.id)
  WHERE EXISTS (SELECT 1 FROM invitation WHERE invitation.registration_id = registration.id);
