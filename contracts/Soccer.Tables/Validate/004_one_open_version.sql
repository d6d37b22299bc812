-- A match, and a bookmaker's prices of a phase and a market, stand in one row at a time. Where two stand, the older ends with the
-- version in which the newer came; of two that came in the same version the first ends in it, and so was never there.
do $$
begin
    create unique index match_one_open on validate.match (match_id) where to_version is null;
exception when unique_violation then
    update validate.match as m
    set to_version = successor.from_version
    from (
        select match_id, from_version as replaced, lead(from_version) over (partition by match_id order by from_version) as from_version
        from validate.match
        where to_version is null
    ) as successor
    where m.match_id = successor.match_id and m.from_version = successor.replaced
      and m.to_version is null and successor.from_version is not null;
    create unique index match_one_open on validate.match (match_id) where to_version is null;
end $$;

-- odds_match stays: who reads a version reads rows that have ended too.
do $$
begin
    create unique index odds_one_open on validate.odds (match_id, bookmaker, phase, market) where to_version is null;
exception when unique_violation then
    update validate.odds as o
    set to_version = successor.from_version
    from (
        select ctid as place, lead(from_version) over (
            partition by match_id, bookmaker, phase, market order by from_version, line, price1, price2, price3, ctid) as from_version
        from validate.odds
        where to_version is null
    ) as successor
    where o.ctid = successor.place and successor.from_version is not null;
    create unique index odds_one_open on validate.odds (match_id, bookmaker, phase, market) where to_version is null;
end $$;
