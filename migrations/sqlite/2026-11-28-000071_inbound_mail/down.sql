DROP TABLE unsubscription;
DROP TABLE mail_address;
DROP TABLE rsvp;
DROP TABLE inbound_mail;
