"""Somebody's mail program, as little of it as the tests need: looks into a mailbox (IMAP) and hands mails to a mail server (SMTP).

  mailbox.py read PORT USER PASSWORD [FOLDER]    every mail of the folder, one a line, base64
  mailbox.py send PORT FROM TO < MESSAGE         the message as it stands
"""

import base64
import imaplib
import smtplib
import sys


def read(port, user, password, folder="INBOX"):
    mailbox = imaplib.IMAP4("127.0.0.1", int(port), timeout=10)
    mailbox.login(user, password)
    answer, _ = mailbox.select(folder, readonly=True)
    if answer == "OK":
        _, found = mailbox.search(None, "ALL")
        for number in found[0].split():
            _, parts = mailbox.fetch(number, "(BODY.PEEK[])")
            print(base64.b64encode(parts[0][1]).decode())
    mailbox.logout()


def send(port, sender, recipient):
    with smtplib.SMTP("127.0.0.1", int(port), timeout=10) as relay:
        relay.sendmail(sender, [recipient], sys.stdin.buffer.read())


{"read": read, "send": send}[sys.argv[1]](*sys.argv[2:])
