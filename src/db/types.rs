//! How domain words, identifiers, moments and JSON stand in columns of both databases.
//!
//! Written by hand where diesel's derives would have to sit in `domain`, which must not know diesel.

use chrono::{Datelike, NaiveDate, NaiveDateTime, Timelike};
use diesel::backend::Backend;
use diesel::deserialize::{self, FromSql, FromSqlRow, Queryable};
use diesel::expression::AsExpression;
use diesel::serialize::{self, Output, ToSql};
use diesel::sql_types::{BigInt, Nullable, Text, Timestamp};

use crate::clock::Instant;

/// A moment in a column: UTC without zone, whole microseconds, written with a fixed width so that text order is time order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, AsExpression, FromSqlRow)]
#[diesel(sql_type = Timestamp)]
pub struct Ts(pub Instant);

impl From<Instant> for Ts {
    fn from(at: Instant) -> Self {
        Self(crate::clock::cut(at))
    }
}

impl From<Ts> for Instant {
    fn from(ts: Ts) -> Self {
        ts.0
    }
}

impl ToSql<Timestamp, diesel::pg::Pg> for Ts {
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, diesel::pg::Pg>) -> serialize::Result {
        <NaiveDateTime as ToSql<Timestamp, diesel::pg::Pg>>::to_sql(&self.0.naive_utc(), &mut out.reborrow())
    }
}

impl ToSql<Timestamp, diesel::sqlite::Sqlite> for Ts {
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, diesel::sqlite::Sqlite>) -> serialize::Result {
        let (day, time) = (self.0.date_naive(), self.0.time());
        let (hour, minute, second, micros) = (time.hour(), time.minute(), time.second(), time.nanosecond() / 1_000);
        out.set_value(format!("{:04}-{:02}-{:02} {hour:02}:{minute:02}:{second:02}.{micros:06}", day.year(), day.month(), day.day()));
        Ok(serialize::IsNull::No)
    }
}

impl FromSql<Timestamp, diesel::pg::Pg> for Ts {
    fn from_sql(value: diesel::pg::PgValue<'_>) -> deserialize::Result<Self> {
        Ok(Self(<NaiveDateTime as FromSql<Timestamp, diesel::pg::Pg>>::from_sql(value)?.and_utc()))
    }
}

impl FromSql<Timestamp, diesel::sqlite::Sqlite> for Ts {
    fn from_sql(mut value: diesel::sqlite::SqliteValue<'_, '_, '_>) -> deserialize::Result<Self> {
        let text = value.read_text();
        let moment = fixed_width(text.as_bytes()).or_else(|| NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M:%S%.f").ok());
        Ok(Self(moment.ok_or_else(|| format!("not a moment: {text}"))?.and_utc()))
    }
}

/// Reads the width in which moments are written. Several times as fast as chrono's parser, which counts: a row has six of them.
fn fixed_width(text: &[u8]) -> Option<NaiveDateTime> {
    let marks = [(4, b'-'), (7, b'-'), (10, b' '), (13, b':'), (16, b':'), (19, b'.')];
    if text.len() != 26 || marks.iter().any(|(place, mark)| text[*place] != *mark) {
        return None;
    }
    let number = |from: usize, to: usize| {
        text[from..to].iter().try_fold(0_u32, |sum, digit| digit.is_ascii_digit().then(|| sum * 10 + u32::from(digit - b'0')))
    };
    let day = NaiveDate::from_ymd_opt(i32::try_from(number(0, 4)?).ok()?, number(5, 7)?, number(8, 10)?)?;
    day.and_hms_micro_opt(number(11, 13)?, number(14, 16)?, number(17, 19)?, number(20, 26)?)
}

/// A day in a column: text like `2026-12-31`, so that text order is day order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, AsExpression, FromSqlRow)]
#[diesel(sql_type = Text)]
pub struct Day(pub NaiveDate);

impl std::fmt::Display for Day {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.0.year(), self.0.month(), self.0.day())
    }
}

impl ToSql<Text, diesel::pg::Pg> for Day {
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, diesel::pg::Pg>) -> serialize::Result {
        use std::io::Write;
        write!(out, "{self}")?;
        Ok(serialize::IsNull::No)
    }
}

impl ToSql<Text, diesel::sqlite::Sqlite> for Day {
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, diesel::sqlite::Sqlite>) -> serialize::Result {
        out.set_value(self.to_string());
        Ok(serialize::IsNull::No)
    }
}

impl<DB: Backend> FromSql<Text, DB> for Day
where
    String: FromSql<Text, DB>,
{
    fn from_sql(value: DB::RawValue<'_>) -> deserialize::Result<Self> {
        let text = String::from_sql(value)?;
        Ok(Self(NaiveDate::parse_from_str(&text, "%Y-%m-%d").map_err(|_| format!("not a day: {text}"))?))
    }
}

/// A value kept as JSON text.
#[derive(Clone, Debug, PartialEq, Eq, AsExpression, FromSqlRow)]
#[diesel(sql_type = Text)]
pub struct Json<T: std::fmt::Debug>(pub T);

impl<T: serde::Serialize + std::fmt::Debug> ToSql<Text, diesel::pg::Pg> for Json<T> {
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, diesel::pg::Pg>) -> serialize::Result {
        use std::io::Write;
        out.write_all(&serde_json::to_vec(&self.0)?)?;
        Ok(serialize::IsNull::No)
    }
}

impl<T: serde::Serialize + std::fmt::Debug> ToSql<Text, diesel::sqlite::Sqlite> for Json<T> {
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, diesel::sqlite::Sqlite>) -> serialize::Result {
        out.set_value(serde_json::to_string(&self.0)?);
        Ok(serialize::IsNull::No)
    }
}

impl<T: serde::de::DeserializeOwned + std::fmt::Debug, DB: Backend> FromSql<Text, DB> for Json<T>
where
    String: FromSql<Text, DB>,
{
    fn from_sql(value: DB::RawValue<'_>) -> deserialize::Result<Self> {
        Ok(Self(serde_json::from_str(&String::from_sql(value)?)?))
    }
}

/// Lets domain types stand in columns through a carrier that diesel knows: words as TEXT, row numbers as BIGINT.
macro_rules! column_type {
    ($sql:ty as $carrier:ty: $out:expr, $back:expr; $($type:ty),+ $(,)?) => {$(
        impl AsExpression<$sql> for $type {
            type Expression = <$carrier as AsExpression<$sql>>::Expression;
            fn as_expression(self) -> Self::Expression { AsExpression::<$sql>::as_expression($out(&self)) }
        }
        impl AsExpression<$sql> for &$type {
            type Expression = <$carrier as AsExpression<$sql>>::Expression;
            fn as_expression(self) -> Self::Expression { AsExpression::<$sql>::as_expression($out(self)) }
        }
        impl AsExpression<Nullable<$sql>> for $type {
            type Expression = <Option<$carrier> as AsExpression<Nullable<$sql>>>::Expression;
            fn as_expression(self) -> Self::Expression { AsExpression::<Nullable<$sql>>::as_expression(Some($out(&self))) }
        }
        impl AsExpression<Nullable<$sql>> for &$type {
            type Expression = <Option<$carrier> as AsExpression<Nullable<$sql>>>::Expression;
            fn as_expression(self) -> Self::Expression { AsExpression::<Nullable<$sql>>::as_expression(Some($out(self))) }
        }
        impl<DB: Backend> FromSql<$sql, DB> for $type where <$carrier as ToOwned>::Owned: FromSql<$sql, DB> {
            fn from_sql(value: DB::RawValue<'_>) -> deserialize::Result<Self> {
                let raw = <<$carrier as ToOwned>::Owned as FromSql<$sql, DB>>::from_sql(value)?;
                $back(raw)
            }
        }
        impl<DB: Backend> Queryable<$sql, DB> for $type where $type: FromSql<$sql, DB> {
            type Row = Self;
            fn build(row: Self) -> deserialize::Result<Self> { Ok(row) }
        }
    )+};
}

/// The other half of `column_type!`: binding, whose lifetime ties it to what is stored inside the value.
macro_rules! bind_word {
    ($($type:ty),+ $(,)?) => {$(
        impl<DB: Backend> ToSql<Text, DB> for $type where str: ToSql<Text, DB> {
            fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, DB>) -> serialize::Result {
                <str as ToSql<Text, DB>>::to_sql(self.code(), out)
            }
        }
        impl<DB: Backend> ToSql<Nullable<Text>, DB> for $type where str: ToSql<Text, DB> {
            fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, DB>) -> serialize::Result {
                <str as ToSql<Text, DB>>::to_sql(self.code(), out)
            }
        }
        column_type!(Text as String: |w: &$type| w.code().to_owned(), |raw: String| Ok(raw.parse::<$type>()?); $type);
    )+};
}

macro_rules! bind_id {
    ($($type:ident),+ $(,)?) => {$(
        impl<DB: Backend> ToSql<BigInt, DB> for crate::domain::ids::$type where i64: ToSql<BigInt, DB> {
            fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, DB>) -> serialize::Result {
                <i64 as ToSql<BigInt, DB>>::to_sql(&self.0, out)
            }
        }
        column_type!(BigInt as i64: |id: &crate::domain::ids::$type| id.0, |raw: i64| Ok(crate::domain::ids::$type(raw)); crate::domain::ids::$type);
    )+};
}

macro_rules! bind_text {
    ($($type:ty),+ $(,)?) => {$(
        impl<DB: Backend> ToSql<Text, DB> for $type where str: ToSql<Text, DB> {
            fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, DB>) -> serialize::Result {
                <str as ToSql<Text, DB>>::to_sql(self.as_str(), out)
            }
        }
    )+};
}

use crate::domain::admission::Basis;
use crate::domain::attendance::{ProofSource, SightingState, Unsure};
use crate::domain::event::EventStatus;
use crate::domain::ids::{Reference, Slug};
use crate::domain::journal::Deed;
use crate::domain::language::Language;
use crate::domain::member::Function;
use crate::domain::mode::{Format, Mode};
use crate::domain::platform::{Audience, Cadence, Visibility};
use crate::domain::registration::{Cause, MailKind, State};
use crate::domain::sector::Sector;
use crate::domain::staff::Role;
use crate::domain::tlp::Tlp;

bind_word!(
    Audience,
    Cadence,
    Visibility,
    EventStatus,
    Language,
    Format,
    Mode,
    Cause,
    MailKind,
    State,
    Sector,
    Role,
    Tlp,
    ProofSource,
    SightingState,
    Unsure,
    Deed,
    Function,
    Basis,
    crate::domain::invitation::State,
    crate::domain::guest::State,
    crate::domain::substitute::State,
    crate::domain::rsvp::Answer,
    crate::domain::objection::Claim,
    crate::domain::objection::State,
    super::inbound::Door,
    super::inbound::Stage,
    super::mail_addresses::Failing,
    super::outbox::MailStatus
);
bind_id!(
    PlatformId,
    EventId,
    OrganisationId,
    PersonId,
    RegistrationId,
    ChangeId,
    FactsId,
    InvitationId,
    BatchId,
    MailId,
    UserId,
    PasskeyId,
    IdentityId,
    ProofId,
    ReportId,
    SightingId,
    ApiTokenId,
    MemberId,
    ImportId,
    QuestionId,
    ProposalId,
    InboundId,
    OfferId,
    ObjectionId,
    AttestationId
);
bind_text!(Slug, Reference);
column_type!(Text as String: |s: &Slug| s.as_str().to_owned(), |raw: String| Ok(raw.parse::<Slug>()?); Slug);
column_type!(Text as String: |r: &Reference| r.as_str().to_owned(), |raw: String| Reference::parse(&raw).ok_or_else(|| "not a reference".into()); Reference);
column_type!(Text as String: |e: &crate::domain::edition::Edition| e.to_string(), |raw: String| Ok(raw.parse::<crate::domain::edition::Edition>()?); crate::domain::edition::Edition);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_are_read_in_the_width_they_are_written_in() {
        let cases = [
            ("2026-12-10 13:00:00.000001", Some("2026-12-10T13:00:00.000001")),
            ("0001-01-01 00:00:00.000000", Some("0001-01-01T00:00:00")),
            ("2028-02-29 23:59:59.999999", Some("2028-02-29T23:59:59.999999")),
            ("2027-02-29 00:00:00.000000", None),
            ("2026-12-10 24:00:00.000000", None),
            ("2026-12-10T13:00:00.000000", None),
            ("2026-12-10 13:00:00.00000", None),
            ("2026-12-+1 13:00:00.000000", None),
            ("", None),
        ];
        for (text, expected) in cases {
            let read = fixed_width(text.as_bytes()).map(|moment| moment.format("%FT%T%.f").to_string());
            assert_eq!(read.as_deref(), expected, "{text}");
        }
    }
}
