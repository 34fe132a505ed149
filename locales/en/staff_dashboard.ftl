# The dashboard: how platforms stand, and small multiples over quarters.

staff-nav-dashboard = Dashboard
staff-dash = Dashboard
staff-dash-parts = Parts of the dashboard
staff-dash-part-overview = Overview
staff-dash-part-people = People
staff-dash-part-ways = Ways and coverage
staff-dash-all-sectors = All sectors
staff-dash-standing = How the platforms stand in { $quarter }
staff-dash-last = { $n ->
    [one] Last on { $day }: { $n } person attended
   *[other] Last on { $day }: { $n } people attended
}
staff-dash-more = ▲ { $n } more than before
staff-dash-fewer = ▼ { $n } fewer than before
staff-dash-same = = as many as before
staff-dash-no-last = No event yet
staff-dash-next = Next on { $day }: { $taken } of { $seats } seats taken
staff-dash-next-open = Next on { $day }: { $taken } seats taken, no limit
staff-dash-no-next = Nothing planned
staff-dash-table = As a table
staff-dash-key = With the focus in a chart, the key t opens and closes its table.
staff-dash-signs = ▪ closed quarter, figures as they were frozen. – no event has taken place, so no figure. The other quarters are counted, all or in part, as they stand now.
staff-dash-series = { $label }: { $figures }
staff-dash-share = { $share } ({ $part } of { $whole })
staff-dash-each-platform = People and organisations are counted once for each platform: whoever attends on two counts twice here.
staff-dash-no-sector = People, organisations, lead time and coverage are not split by sector, and are left out while one is chosen: of closed quarters they are not known by sector.
staff-dash-publish = Publish figures with “quarterdeck report attendance --suppress”, which hides small numbers and whatever would give them away.
staff-dash-nothing = No event counts in this period. Choose other quarters or another platform.
staff-dash-fault-quarter = “{ $value }” is not a quarter. Choose one of the list, or write it like 2026-Q4.
staff-dash-fault-order = { $value } lies before the first quarter. Exchange the two.
staff-dash-fault-long = At most eight quarters fit beside each other. Begin with { $value } or later.
staff-dash-fault-platform = There is no platform “{ $value }” whose figures you may see. Choose one of the list.
staff-dash-fault-sector = There is no sector “{ $value }”. Choose one of the list.
