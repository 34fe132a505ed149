-- Every address that was ever given holds again.
DROP TABLE calendar_feed;
