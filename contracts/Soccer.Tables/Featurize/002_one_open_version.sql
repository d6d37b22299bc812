-- A match has one row of a schema at a time. Judged at the commit: a build writes the new rows while it goes, and ends the old ones when it
-- knows which.
-- Where two stand, the older ends with the version in which the newer came.
do $$
begin
    alter table featurize.feature_row add constraint feature_row_one_open
        exclude using btree (match_id with =, schema_id with =) where (to_version is null) deferrable initially deferred;
exception when exclusion_violation then
    update featurize.feature_row as f
    set to_version = successor.from_version
    from (
        select match_id, schema_id, from_version as replaced,
               lead(from_version) over (partition by match_id, schema_id order by from_version) as from_version
        from featurize.feature_row
        where to_version is null
    ) as successor
    where f.match_id = successor.match_id and f.schema_id = successor.schema_id and f.from_version = successor.replaced
      and f.to_version is null and successor.from_version is not null;
    alter table featurize.feature_row add constraint feature_row_one_open
        exclude using btree (match_id with =, schema_id with =) where (to_version is null) deferrable initially deferred;
end $$;
