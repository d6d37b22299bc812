-- Results that came since a version: settling reads them.
create index match_result on validate.match (from_version) where home_goals is not null;
