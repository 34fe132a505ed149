"""Reads every .eml and .ics below a folder as other people's programs do, and names what is wrong.

    QUARTERDECK_MAIL_DIR=/tmp/mails cargo test --lib mails_for_checkers
    python tests/interop/check_mails.py /tmp/mails [--keys /tmp/mails/keys.json] [--moments /tmp/mails/moments.json] [--thread]

Python's email package reads the MIME, `icalendar`, libical (the library inside Evolution, KDE and Cyrus) and `vobject` (that
inside Radicale) read the calendar, `dkimpy` checks each signature against the public keys of a JSON file
{"selector._domainkey.domain": "TXT value"}, and Mail::DKIM in Perl (that inside SpamAssassin) those of RSA once more; with --moments the start and end each library reads is held against {"file name": ["start", "end", ...]} in UTC, a pair for each event. With --thread the mails are also replayed, oldest first, into a calendar that obeys UID, SEQUENCE and METHOD,
and what stands in it is printed as JSON. Exit 0 when everything holds.
"""

import argparse
import ctypes
import ctypes.util
import datetime
import email
import email.policy
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import urllib.parse

import dkim
import icalendar
import vobject

KINDS = {
    "prove_address": None,
    "registration_received": None,
    "rejected": "CANCEL",
    "registration_confirmed": "REQUEST",
    "waitlisted": None,
    "promoted": "REQUEST",
    "withdrawn": "CANCEL",
    "event_changed": "REQUEST",
    "event_cancelled": "CANCEL",
    "reminder": None,
    "join_details": None,
    "announcement": None,
    "invitation": None,
    "invitation_reminder": None,
    "mandate_question": None,
    "guest_outcome": None,
    "substitute_offer": None,
    "confirm_decline": None,
    "objection_answered": None,
    "attestation": None,
}


class Faults(list):
    def expect(self, holds, what):
        if not holds:
            self.append(what)
        return holds


class IcalTime(ctypes.Structure):
    """struct icaltimetype of libical 3."""

    _fields_ = [(n, ctypes.c_int) for n in ("year", "month", "day", "hour", "minute", "second", "is_date", "is_daylight")] + [("zone", ctypes.c_void_p)]


class Libical:
    """The few functions of libical that are needed to parse an object and to check it against RFC 5546's tables."""

    def __init__(self):
        name = ctypes.util.find_library("ical") or "libical.so.3"
        self.lib = ctypes.CDLL(name)
        signatures = {
            "icalparser_parse_string": (ctypes.c_void_p, [ctypes.c_char_p]),
            "icalcomponent_as_ical_string": (ctypes.c_char_p, [ctypes.c_void_p]),
            "icalcomponent_count_errors": (ctypes.c_int, [ctypes.c_void_p]),
            "icalrestriction_check": (ctypes.c_int, [ctypes.c_void_p]),
            "icalcomponent_get_uid": (ctypes.c_char_p, [ctypes.c_void_p]),
            "icalcomponent_get_summary": (ctypes.c_char_p, [ctypes.c_void_p]),
            "icalcomponent_get_sequence": (ctypes.c_int, [ctypes.c_void_p]),
            "icalcomponent_get_dtstart": (IcalTime, [ctypes.c_void_p]),
            "icalcomponent_get_dtend": (IcalTime, [ctypes.c_void_p]),
            "icaltime_as_timet_with_zone": (ctypes.c_long, [IcalTime, ctypes.c_void_p]),
            "icalcomponent_free": (None, [ctypes.c_void_p]),
            "icalcomponent_get_first_component": (ctypes.c_void_p, [ctypes.c_void_p, ctypes.c_int]),
            "icalcomponent_get_next_component": (ctypes.c_void_p, [ctypes.c_void_p, ctypes.c_int]),
            "icalcomponent_string_to_kind": (ctypes.c_int, [ctypes.c_char_p]),
        }
        for function, (result, arguments) in signatures.items():
            getattr(self.lib, function).restype = result
            getattr(self.lib, function).argtypes = arguments

    def moment(self, time):
        return datetime.datetime.fromtimestamp(self.lib.icaltime_as_timet_with_zone(time, time.zone), datetime.timezone.utc)

    def check(self, raw, faults):
        component = self.lib.icalparser_parse_string(raw)
        if not faults.expect(component, "libical cannot parse the calendar"):
            return None
        faults.expect(self.lib.icalcomponent_count_errors(component) == 0, "libical counts parse errors")
        self.lib.icalrestriction_check(component)
        text = self.lib.icalcomponent_as_ical_string(component).decode()
        faults.expect("X-LIC-ERROR" not in text, "libical: " + next((l for l in text.splitlines() if "X-LIC-ERROR" in l), ""))
        seen = self.facts(component)
        self.lib.icalcomponent_free(component)
        return seen

    def events(self, raw, faults):
        """Every event of a published calendar."""
        component = self.lib.icalparser_parse_string(raw)
        if not faults.expect(component, "libical cannot parse the calendar"):
            return []
        faults.expect(self.lib.icalcomponent_count_errors(component) == 0, "libical counts parse errors")
        kind, seen = self.lib.icalcomponent_string_to_kind(b"VEVENT"), []
        event = self.lib.icalcomponent_get_first_component(component, kind)
        while event:
            seen.append(self.facts(event))
            event = self.lib.icalcomponent_get_next_component(component, kind)
        self.lib.icalcomponent_free(component)
        return seen

    def facts(self, component):
        return {
            "uid": self.lib.icalcomponent_get_uid(component).decode(),
            "summary": self.lib.icalcomponent_get_summary(component).decode(),
            "sequence": self.lib.icalcomponent_get_sequence(component),
            "moments": [self.moment(self.lib.icalcomponent_get_dtstart(component)), self.moment(self.lib.icalcomponent_get_dtend(component))],
        }


def third_reading(raw):
    """Every event of a calendar as vobject reads it, and METHOD."""
    calendar = vobject.readOne(raw.decode())
    mailbox = lambda value: urllib.parse.unquote(value.removeprefix("mailto:")).lower()
    facts = lambda event: {
        "uid": event.uid.value,
        "summary": event.summary.value,
        "sequence": int(event.sequence.value),
        "attendees": [mailbox(attendee.value) for attendee in event.contents.get("attendee", [])],
        "moments": [moment.value.astimezone(datetime.timezone.utc) for moment in (event.dtstart, event.dtend)],
    }
    return calendar.method.value, [facts(event) for event in calendar.contents.get("vevent", [])]


def check_third_reading(method, event, third, faults):
    """vobject must understand of an event what icalendar does."""
    mailbox = lambda value: urllib.parse.unquote(str(value).removeprefix("mailto:")).lower()
    read = {
        "uid": str(event["UID"]),
        "summary": str(event["SUMMARY"]),
        "sequence": int(event["SEQUENCE"]),
        "attendees": [mailbox(event["ATTENDEE"])] if "ATTENDEE" in event else [],
        "moments": [event[name].dt.astimezone(datetime.timezone.utc) for name in ("DTSTART", "DTEND")],
    }
    faults.expect(third[0] == method, f"vobject reads METHOD {third[0]}, icalendar {method}")
    for name, value in read.items():
        faults.expect(third[1][name] == value, f"vobject reads {name} {third[1][name]}, icalendar {value}")


def check_headers(message, raw, faults):
    for name in ("From", "To", "Subject", "Date", "Message-ID", "MIME-Version", "Content-Type", "Auto-Submitted", "Reply-To"):
        faults.expect(len(message.get_all(name, [])) == 1, f"{name} stands {len(message.get_all(name, []))} times")
    for name in ("Cc", "Bcc", "Sender", "Precedence", "Received"):
        faults.expect(name not in message, f"{name} must not be there")
    faults.expect(len(message["To"].addresses) == 1, "not exactly one recipient")
    faults.expect(not message.defects and not any(p.defects for p in message.walk()), "MIME defects")
    faults.expect(str(message["Subject"]).startswith("TLP:"), "the subject does not start with the TLP label")
    faults.expect(str(message["Auto-Submitted"]) == "auto-generated", "not marked as auto-generated")
    faults.expect(b"\n" not in raw.replace(b"\r\n", b"") and b"\r" not in raw.replace(b"\r\n", b""), "line ends other than CRLF")
    faults.expect(max(len(l) for l in raw.split(b"\r\n")) <= 998, "a line over 998 octets")
    _, _, body = raw.partition(b"\r\n\r\n")
    faults.expect(body.isascii(), "the body is not ASCII")
    faults.expect(max(len(l) for l in body.split(b"\r\n")) <= 78, "a body line over 78 octets")


def check_shape(message, kind, faults):
    """The tree of reference: mixed(alternative(plain, html, calendar), file), or alternative(plain, html); an
    attestation is mixed(alternative(plain, html), PDF)."""
    tree = [p.get_content_type() for p in message.walk()]
    readable = ["multipart/alternative", "text/plain", "text/html"]
    has_calendar = "text/calendar" in tree
    wanted = ["multipart/mixed", *readable, "text/calendar", "application/ics"] if has_calendar else readable
    if kind == "attestation":
        wanted = ["multipart/mixed", *readable, "application/pdf"]
        file = message.get_payload(1)
        faults.expect(file.get_payload(decode=True).startswith(b"%PDF-"), "what is attached is no PDF")
        faults.expect(re.fullmatch(r"[a-z]+(-[0-9A-Z]{4}){3}\.pdf", file.get_filename() or ""), f"its name is {file.get_filename()!r}")
    faults.expect(tree == wanted, f"the tree is {tree}")
    method = KINDS.get(kind, "?")
    faults.expect(method != "?", f"unknown kind {kind}")
    if method is None or kind == "registration_confirmed" or kind == "promoted":
        faults.expect(has_calendar == (method is not None), "calendar where none belongs, or none where one does")
    boundaries = [p.get_boundary() for p in message.walk() if p.is_multipart()]
    faults.expect(len(set(boundaries)) == len(boundaries), "boundaries are not different")
    for part in message.walk():
        if part.get_content_type() in ("text/plain", "text/html"):
            faults.expect(part.get_content_charset() == "utf-8", "text is not UTF-8")
            faults.expect(part["Content-Disposition"] is None, "text with a disposition")
    html = message.get_body(("html",)).get_content()
    for forbidden in ("<script", "<form", "<img", "@import", "src=", "{{", "⟦"):
        if forbidden != "{{" or "{{7*7}}" not in html:
            faults.expect(forbidden not in html, f"{forbidden} in the HTML")
    plain = message.get_body(("plain",)).get_content()
    faults.expect("https://" in plain or "http://" in plain, "no link in the plain text")
    faults.expect("⟦" not in plain and "&#x27;" not in plain and "&amp;" not in plain, "gaps or HTML in the plain text")


def check_moments(event, seen, moments, faults):
    """Both libraries and the database mean the same start and end."""
    if moments is None or seen is None:
        return
    wanted = [datetime.datetime.fromisoformat(m.replace("Z", "+00:00")) for m in moments]
    read = [event[n].dt.astimezone(datetime.timezone.utc) for n in ("DTSTART", "DTEND")]
    faults.expect(read == wanted, f"icalendar reads {read}, meant is {wanted}")
    faults.expect(seen["moments"] == wanted, f"libical reads {seen['moments']}, meant is {wanted}")


def check_published(raw, libical, moments, faults):
    """A file to download or a calendar to subscribe to: nobody in it. Its events are held, in order, against pairs of `moments`."""
    faults.expect(all(len(l) <= 75 for l in raw.split(b"\r\n")), "a calendar line over 75 octets")
    faults.expect(b"\n" not in raw.replace(b"\r\n", b"") and raw.endswith(b"END:VCALENDAR\r\n"), "line ends")
    calendar = icalendar.Calendar.from_ical(raw)
    events = calendar.walk("VEVENT")
    faults.expect(str(calendar["METHOD"]) == "PUBLISH", "not published")
    faults.expect(not any(c.errors for c in calendar.walk() if hasattr(c, "errors")), "icalendar reports errors")
    faults.expect([str(z["TZID"]) for z in calendar.walk("VTIMEZONE")] == ["Europe/Brussels"], "not the one zone")
    faults.expect(len({str(event["UID"]) for event in events}) == len(events), "a UID stands twice")
    seen = libical.events(raw, faults)
    faults.expect(len(seen) == len(events), f"libical reads {len(seen)} events, icalendar {len(events)}")
    if "X-WR-CALNAME" in calendar:
        faults.expect(str(calendar["NAME"]) == str(calendar["X-WR-CALNAME"]), "two names")
        faults.expect(calendar["REFRESH-INTERVAL"].dt >= datetime.timedelta(minutes=15), "no sensible interval")
    else:
        faults.expect(len(events) == 1, "not one published event")
    for index, (event, other) in enumerate(zip(events, seen)):
        faults.expect("ATTENDEE" not in event and "ORGANIZER" not in event, "a published event names somebody")
        faults.expect("/r/" not in event.to_ical().decode(), "the personal link is in the calendar")
        for name in ("UID", "SEQUENCE", "DTSTAMP", "LAST-MODIFIED", "STATUS", "DTSTART", "DTEND", "SUMMARY"):
            faults.expect(event.get(name) is not None and not isinstance(event[name], list), f"{name} is not there once")
        faults.expect(str(event["STATUS"]) in ("CONFIRMED", "TENTATIVE", "CANCELLED"), f"STATUS {event['STATUS']}")
        for name in ("uid", "summary"):
            faults.expect(other[name] == str(event[name.upper()]), f"the libraries read different {name}s")
        check_moments(event, other, moments and moments[2 * index : 2 * index + 2], faults)
    method, third = third_reading(raw)
    faults.expect(len(third) == len(events), f"vobject reads {len(third)} events, icalendar {len(events)}")
    for event, other in zip(events, third):
        check_third_reading(str(calendar["METHOD"]), event, (method, other), faults)


def check_calendar(message, kind, libical, moments, faults):
    part = next((p for p in message.walk() if p.get_content_type() == "text/calendar"), None)
    if part is None:
        return None
    raw = part.get_payload(decode=True)
    file = next(p for p in message.walk() if p.get_content_type() == "application/ics")
    faults.expect(file.get_payload(decode=True) == raw, "the file differs from the calendar part")
    faults.expect(file.get_filename() == "invite.ics", "the file is not called invite.ics")
    faults.expect(part["Content-Disposition"] is None, "the calendar part has a disposition")
    faults.expect(part["Content-Transfer-Encoding"] in ("base64", "quoted-printable"), "the calendar part is not encoded")
    faults.expect(part.get_content_charset() == "utf-8", "the calendar part is not UTF-8")
    faults.expect(all(len(l) <= 75 for l in raw.split(b"\r\n")), "a calendar line over 75 octets")
    for line in raw.split(b"\r\n"):
        line.decode()
    calendar = icalendar.Calendar.from_ical(raw)
    faults.expect(not any(c.errors for c in calendar.walk() if hasattr(c, "errors")), "icalendar reports errors")
    faults.expect([c.name for c in calendar.walk()].count("VEVENT") == 1, "not exactly one event")
    method = str(calendar["METHOD"])
    faults.expect(part.get_param("method") == method, "METHOD in MIME and in the object differ")
    faults.expect(method == KINDS.get(kind), f"METHOD is {method}")
    event = calendar.walk("VEVENT")[0]
    check_event(calendar, event, message, method, faults)
    seen = libical.check(raw, faults)
    if seen:
        faults.expect(seen["uid"] == str(event["UID"]), "the libraries read different UIDs")
        faults.expect(seen["sequence"] == int(event["SEQUENCE"]), "the libraries read different SEQUENCEs")
        faults.expect(seen["summary"] == str(event["SUMMARY"]), "the libraries read different SUMMARYs")
        check_moments(event, seen, moments, faults)
    named, third = third_reading(raw)
    if faults.expect(len(third) == 1, f"vobject reads {len(third)} events"):
        check_third_reading(method, event, (named, third[0]), faults)
    return method, event


def check_event(calendar, event, message, method, faults):
    one = lambda name: faults.expect(not isinstance(event.get(name), list) and event.get(name) is not None, f"{name} is not there once")
    for name in ("UID", "SEQUENCE", "DTSTAMP", "DTSTART", "DTEND", "ORGANIZER", "ATTENDEE", "SUMMARY", "STATUS"):
        one(name)
    mailbox = lambda value: urllib.parse.unquote(str(value).removeprefix("mailto:")).lower()
    # Raw UTF-8 in an address (RFC 6532) reaches us as surrogates.
    recipient = message["To"].addresses[0].addr_spec.lower().encode("utf-8", "surrogateescape").decode()
    faults.expect(mailbox(event["ATTENDEE"]) == recipient, f"ATTENDEE {event['ATTENDEE']} is not the recipient {recipient}")
    organizer, sender = mailbox(event["ORGANIZER"]), message["From"].addresses[0]
    faults.expect(organizer == message["Reply-To"].addresses[0].addr_spec.lower(), "ORGANIZER is not Reply-To")
    tagged = re.fullmatch(r"[^@+]+\+a[a-z2-7]{29}@(.+)", organizer)
    faults.expect(tagged is not None, f"ORGANIZER {organizer} is no address of this person's own")
    # One organisation sends and takes answers: what Exchange and DMARC compare.
    names = lambda domain: domain.lower().split(".")[-2:]
    faults.expect(tagged is None or names(tagged[1]) == names(sender.domain), "ORGANIZER is of another organisation than From")
    faults.expect("CN" in event["ORGANIZER"].params, "ORGANIZER has no CN")
    faults.expect(str(event["STATUS"]) == ("CANCELLED" if method == "CANCEL" else "CONFIRMED"), "STATUS does not fit METHOD")
    faults.expect(str(event["UID"]).isascii() and len(str(event["UID"])) <= 255, "UID")
    faults.expect(recipient not in str(event["UID"]).lower(), "the UID holds the address")
    faults.expect("DURATION" not in event and "METHOD" not in event, "DURATION or METHOD in the event")
    faults.expect(str(event["SUMMARY"]).startswith("TLP:"), "SUMMARY without TLP label")
    faults.expect("/r/" not in calendar.to_ical().decode(), "the personal link is in the calendar")
    zones = [str(z["TZID"]) for z in calendar.walk("VTIMEZONE")]
    faults.expect(zones == ["Europe/Brussels"], f"zones {zones}")
    # The zone of the object itself must mean the same moment as the world's own.
    own = calendar.walk("VTIMEZONE")[0].to_tz(lookup_tzid=False)
    for name in ("DTSTART", "DTEND"):
        value = event[name].dt
        offset = value.replace(tzinfo=own).utcoffset() if "TZID" in event[name].params else datetime.timedelta(0)
        faults.expect(value.utcoffset() == offset, f"{name}: the object's own zone means another moment")
    faults.expect(event["DTSTART"].dt < event["DTEND"].dt, "the end is not after the start")
    faults.expect(method == "REQUEST" or not event.walk("VALARM"), "a cancelled event reminds")


def check_signatures(raw, keys, faults):
    count = raw.split(b"\r\n\r\n")[0].lower().count(b"dkim-signature:")
    faults.expect(count == len(keys), f"{count} signatures for {len(keys)} keys")
    lookup = lambda name, timeout=5: keys.get(name.decode().rstrip("."), "").encode()
    for index in range(count):
        try:
            holds = dkim.verify(raw, dnsfunc=lookup) if index == 0 else dkim.DKIM(raw).verify(idx=index, dnsfunc=lookup)
        except dkim.DKIMException as error:
            holds = False
            faults.append(f"signature {index}: {error}")
        faults.expect(holds, f"signature {index} does not verify")
    tampered = raw.replace(b"\r\nSubject: ", b"\r\nSubject: x", 1)
    faults.expect(not dkim.verify(tampered, dnsfunc=lookup), "a changed subject still verifies")
    doubled = b"From: someone@else.example\r\n" + raw
    faults.expect(not dkim.verify(doubled, dnsfunc=lookup), "a second From still verifies")


def check_in_perl(files, key_file):
    """What Mail::DKIM finds wrong, by file: every RSA signature must hold, and none any more once something else is said."""
    wrong, left_out = {}, set()
    there = shutil.which("perl") and subprocess.run(["perl", "-MMail::DKIM::Verifier", "-MJSON::PP", "-e1"], capture_output=True).returncode == 0
    if not there:
        absent = "NOT RUN: signatures are not checked by a second verifier (perl with Mail::DKIM: libmail-dkim-perl)"
        print(absent, file=sys.stderr)
        return {files[0]: [absent]} if os.environ.get("QUARTERDECK_TEST_COMPLETE") else {}
    script = pathlib.Path(__file__).with_name("check_dkim.pl")
    done = subprocess.run(["perl", str(script), str(key_file), *map(str, files)], capture_output=True)
    if done.returncode:
        return {file: [f"Mail::DKIM gives up: {done.stderr.decode(errors='replace')}"] for file in files}
    for file, line in zip(files, done.stdout.splitlines(), strict=True):
        faults, seen = wrong.setdefault(file, Faults()), json.loads(line)
        faults.expect(seen["mail"] == str(file), f"Mail::DKIM speaks of {seen['mail']}")
        rsa = [signature for signature in seen["signatures"] if signature["algorithm"] == "rsa-sha256"]
        left_out.update(signature["algorithm"] for signature in seen["signatures"] if signature not in rsa)
        faults.expect(len(rsa) == 1, f"Mail::DKIM sees {len(rsa)} RSA signatures")
        for signature in rsa:
            faults.expect(signature["result"] == "pass", f"Mail::DKIM: {signature['selector']}: {signature['detail']}")
            for change in ("tampered", "doubled"):
                faults.expect(signature[change] == "fail", f"Mail::DKIM calls a {change} mail {signature[change]}")
    for algorithm in sorted(filter(None, left_out)):
        print(f"NOT CHECKED by Mail::DKIM, which does not know it: {algorithm}", file=sys.stderr)
    return wrong


def replay(messages):
    """What a calendar shows that obeys RFC 5546 §2.1.5: by UID, then SEQUENCE, then DTSTAMP."""
    shown = {}
    for method, event in messages:
        uid, order = str(event["UID"]), (int(event["SEQUENCE"]), event["DTSTAMP"].dt)
        if uid in shown and order < shown[uid]["order"]:
            continue
        shown[uid] = {"order": order, "status": str(event["STATUS"]), "start": event["DTSTART"].dt.astimezone(datetime.timezone.utc), "place": str(event.get("LOCATION", "")), "method": method}
    for entry in shown.values():
        entry["sequence"] = entry.pop("order")[0]
        entry["start"] = entry["start"].strftime("%Y-%m-%dT%H:%M:%SZ")
    return shown


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--keys", type=pathlib.Path, help="public keys; without it signatures are not looked at")
    parser.add_argument("--moments", type=pathlib.Path, help="when each event begins and ends, in UTC")
    parser.add_argument("--thread", action="store_true", help="replay the mails into a calendar and print it")
    arguments = parser.parse_args()
    keys = json.loads(arguments.keys.read_text()) if arguments.keys else None
    moments = json.loads(arguments.moments.read_text()) if arguments.moments else {}
    libical, wrong, events = Libical(), 0, []
    files = sorted(arguments.folder.rglob("*.eml"))
    second = check_in_perl(files, arguments.keys) if keys is not None and files else {}
    for file in files:
        raw, faults = file.read_bytes(), Faults()
        message = email.message_from_bytes(raw, policy=email.policy.SMTPUTF8)
        kind = str(message.get("X-Quarterdeck-Mail", ""))
        try:
            check_headers(message, raw, faults)
            check_shape(message, kind, faults)
            calendar = check_calendar(message, kind, libical, moments.get(file.name), faults)
            if keys is not None:
                check_signatures(raw, keys, faults)
            if calendar:
                events.append(calendar)
        except Exception as error:  # a parser that gives up is a finding, not the end of the run
            faults.append(f"{type(error).__name__}: {error}")
        faults.extend(second.get(file, []))
        for fault in faults:
            print(f"{file.name}: {fault}", file=sys.stderr)
        wrong += bool(faults)
    published = sorted(arguments.folder.rglob("*.ics"))
    for file in published:
        faults = Faults()
        check_published(file.read_bytes(), libical, moments.get(file.name), faults)
        for fault in faults:
            print(f"{file.name}: {fault}", file=sys.stderr)
        wrong += bool(faults)
    if arguments.thread:
        print(json.dumps(replay(events), indent=2, sort_keys=True))
    print(f"{len(files)} mails and {len(published)} calendars read, {wrong} with faults", file=sys.stderr)
    return 1 if wrong or not files + published else 0


if __name__ == "__main__":
    sys.exit(main())
