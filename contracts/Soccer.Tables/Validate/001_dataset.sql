-- A dataset is a number: the rows with from_version <= v and (to_version is null or to_version > v).
create table validate.dataset (
    version         int primary key,
    hash            text not null,
    snapshot_number int not null,
    snapshot_id     text not null,
    created_at      timestamptz not null,
    matches         int not null,
    fixtures        int not null,
    odds_rows       int not null,
    added           int not null,
    changed         int not null,
    removed         int not null
);

-- Teams are known by name within their country. The id is a hash of both.
create table validate.team (
    team_id bigint primary key,
    country text not null,
    name    text not null
);

create table validate.match (
    match_id             bigint not null,
    from_version         int not null,
    to_version           int,
    division             text not null,
    season               smallint not null,
    date                 date not null,
    kick_off             time,
    home_id              bigint not null,
    away_id              bigint not null,
    meeting              smallint not null,
    home_goals           smallint,
    away_goals           smallint,
    half_time_home_goals smallint,
    half_time_away_goals smallint,
    home_shots           smallint,
    away_shots           smallint,
    home_shots_on_target smallint,
    away_shots_on_target smallint,
    home_corners         smallint,
    away_corners         smallint,
    home_fouls           smallint,
    away_fouls           smallint,
    home_yellows         smallint,
    away_yellows         smallint,
    home_reds            smallint,
    away_reds            smallint,
    row_hash             bytea not null,
    odds_hash            bytea not null,
    primary key (match_id, from_version)
);
create index match_open on validate.match (date) where to_version is null;

-- One row per match, bookmaker, phase (0 opening, 1 closing) and market (0 1X2, 1 over/under 2.5, 2 Asian handicap).
-- Prices are decimal odds: home, draw, away; over, under; home, away. The line is the home team's handicap in goals.
create table validate.odds (
    match_id     bigint not null,
    from_version int not null,
    to_version   int,
    bookmaker    text not null,
    phase        smallint not null,
    market       smallint not null,
    line         real,
    price1       real not null,
    price2       real not null,
    price3       real
);
create index odds_match on validate.odds (match_id);
