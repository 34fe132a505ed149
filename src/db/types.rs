//! How domain words, identifiers, moments and JSON stand in columns of both databases.
//!
//! Written by hand where diesel's derives would have to sit in `domain`, which must not know diesel.

use chrono::{DateTime, NaiveDateTime};
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
        out.set_value(self.0.naive_utc().format("%Y-%m-%d %H:%M:%S%.6f").to_string());
        Ok(serialize::IsNull::No)
    }
}

impl<DB: Backend> FromSql<Timestamp, DB> for Ts
where
    NaiveDateTime: FromSql<Timestamp, DB>,
{
    fn from_sql(value: DB::RawValue<'_>) -> deserialize::Result<Self> {
        Ok(Self(DateTime::from_naive_utc_and_offset(NaiveDateTime::from_sql(value)?, chrono::Utc)))
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

use crate::domain::attendance::ProofSource;
use crate::domain::event::EventStatus;
use crate::domain::ids::{Reference, Slug};
use crate::domain::language::Language;
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
    super::outbox::MailStatus
);
bind_id!(PlatformId, EventId, OrganisationId, PersonId, RegistrationId, ChangeId, MailId, UserId, ProofId, ApiTokenId);
bind_text!(Slug, Reference);
column_type!(Text as String: |s: &Slug| s.as_str().to_owned(), |raw: String| Ok(raw.parse::<Slug>()?); Slug);
column_type!(Text as String: |r: &Reference| r.as_str().to_owned(), |raw: String| Reference::parse(&raw).ok_or_else(|| "not a reference".into()); Reference);
column_type!(Text as String: |e: &crate::domain::edition::Edition| e.to_string(), |raw: String| Ok(raw.parse::<crate::domain::edition::Edition>()?); crate::domain::edition::Edition);
