//! Time zones by the names that programs write: those of the tz database, and those of Windows, which Outlook and Exchange put
//! into TZID (after the table `windowsZones` of the Unicode CLDR, territory 001; where people are whom we invite).

use chrono_tz::Tz;

/// The zone of this name; `None` for one that nobody but its author knows.
pub fn named(tzid: &str) -> Option<Tz> {
    let name = tzid.trim().trim_matches('"');
    if name.is_empty() || name.len() > 120 {
        return None;
    }
    if let Some((_, zone)) = WINDOWS.iter().find(|(windows, _)| windows.eq_ignore_ascii_case(name)) {
        return Some(*zone);
    }
    // Evolution and old Mozilla put a path before it: /freeassociation.sourceforge.net/Tzfile/Europe/Brussels.
    let mut rest = name.trim_start_matches('/');
    loop {
        if let Ok(zone) = rest.parse() {
            return Some(zone);
        }
        rest = rest.split_once('/')?.1;
    }
}

/// `Romance Standard Time` is that of Brussels, Paris, Madrid and Copenhagen: the same offsets since 1996.
const WINDOWS: [(&str, Tz); 60] = [
    ("Romance Standard Time", Tz::Europe__Brussels),
    ("W. Europe Standard Time", Tz::Europe__Berlin),
    ("Central Europe Standard Time", Tz::Europe__Budapest),
    ("Central European Standard Time", Tz::Europe__Warsaw),
    ("GMT Standard Time", Tz::Europe__London),
    ("Greenwich Standard Time", Tz::Atlantic__Reykjavik),
    ("E. Europe Standard Time", Tz::Europe__Chisinau),
    ("FLE Standard Time", Tz::Europe__Kiev),
    ("GTB Standard Time", Tz::Europe__Bucharest),
    ("Kaliningrad Standard Time", Tz::Europe__Kaliningrad),
    ("Russian Standard Time", Tz::Europe__Moscow),
    ("Belarus Standard Time", Tz::Europe__Minsk),
    ("Turkey Standard Time", Tz::Europe__Istanbul),
    ("Morocco Standard Time", Tz::Africa__Casablanca),
    ("W. Central Africa Standard Time", Tz::Africa__Lagos),
    ("South Africa Standard Time", Tz::Africa__Johannesburg),
    ("E. Africa Standard Time", Tz::Africa__Nairobi),
    ("Egypt Standard Time", Tz::Africa__Cairo),
    ("Israel Standard Time", Tz::Asia__Jerusalem),
    ("Jordan Standard Time", Tz::Asia__Amman),
    ("Middle East Standard Time", Tz::Asia__Beirut),
    ("Arab Standard Time", Tz::Asia__Riyadh),
    ("Arabian Standard Time", Tz::Asia__Dubai),
    ("Arabic Standard Time", Tz::Asia__Baghdad),
    ("Iran Standard Time", Tz::Asia__Tehran),
    ("Georgian Standard Time", Tz::Asia__Tbilisi),
    ("Caucasus Standard Time", Tz::Asia__Yerevan),
    ("Azerbaijan Standard Time", Tz::Asia__Baku),
    ("Pakistan Standard Time", Tz::Asia__Karachi),
    ("India Standard Time", Tz::Asia__Kolkata),
    ("Nepal Standard Time", Tz::Asia__Kathmandu),
    ("Bangladesh Standard Time", Tz::Asia__Dhaka),
    ("SE Asia Standard Time", Tz::Asia__Bangkok),
    ("China Standard Time", Tz::Asia__Shanghai),
    ("Singapore Standard Time", Tz::Asia__Singapore),
    ("Taipei Standard Time", Tz::Asia__Taipei),
    ("Tokyo Standard Time", Tz::Asia__Tokyo),
    ("Korea Standard Time", Tz::Asia__Seoul),
    ("W. Australia Standard Time", Tz::Australia__Perth),
    ("AUS Eastern Standard Time", Tz::Australia__Sydney),
    ("E. Australia Standard Time", Tz::Australia__Brisbane),
    ("New Zealand Standard Time", Tz::Pacific__Auckland),
    ("UTC", Tz::UTC),
    ("Coordinated Universal Time", Tz::UTC),
    ("Azores Standard Time", Tz::Atlantic__Azores),
    ("Cape Verde Standard Time", Tz::Atlantic__Cape_Verde),
    ("Greenland Standard Time", Tz::America__Nuuk),
    ("E. South America Standard Time", Tz::America__Sao_Paulo),
    ("Argentina Standard Time", Tz::America__Argentina__Buenos_Aires),
    ("SA Pacific Standard Time", Tz::America__Bogota),
    ("Newfoundland Standard Time", Tz::America__St_Johns),
    ("Atlantic Standard Time", Tz::America__Halifax),
    ("Eastern Standard Time", Tz::America__New_York),
    ("US Eastern Standard Time", Tz::America__Indiana__Indianapolis),
    ("Central Standard Time", Tz::America__Chicago),
    ("Mountain Standard Time", Tz::America__Denver),
    ("US Mountain Standard Time", Tz::America__Phoenix),
    ("Pacific Standard Time", Tz::America__Los_Angeles),
    ("Alaskan Standard Time", Tz::America__Anchorage),
    ("Hawaiian Standard Time", Tz::Pacific__Honolulu),
];
