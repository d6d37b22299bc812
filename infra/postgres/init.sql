-- The step of the database's owner before every start: roles, database and schemas, made or put right; nothing that is there is lost.
-- Run by psql as a superuser: psql -v database=soccer -f init.sql
-- Each password comes from the environment, so that it never stands in a process list.
\getenv ingest INGEST_PASSWORD
\getenv validate VALIDATE_PASSWORD
\getenv featurize FEATURIZE_PASSWORD
\getenv train TRAIN_PASSWORD
\getenv promote PROMOTE_PASSWORD
\getenv predict PREDICT_PASSWORD
\getenv drift_check DRIFT_CHECK_PASSWORD
\getenv api API_PASSWORD
\getenv schedule SCHEDULE_PASSWORD

create temporary table service (name text primary key, password text not null);
insert into service values
    ('ingest', :'ingest'), ('validate', :'validate'), ('featurize', :'featurize'), ('train', :'train'),
    ('promote', :'promote'), ('predict', :'predict'), ('drift_check', :'drift_check'), ('api', :'api'),
    ('schedule', :'schedule');

select 'create role soccer_reader nologin'
where not exists (select from pg_roles where rolname = 'soccer_reader')
\gexec
select format('create role %I', 'soccer_' || name) from service
where not exists (select from pg_roles where rolname = 'soccer_' || name)
\gexec
select format('alter role %I login password %L', 'soccer_' || name, password) from service
\gexec
select format('grant soccer_reader to %I', 'soccer_' || name) from service
where not pg_has_role('soccer_' || name, 'soccer_reader', 'member')
\gexec
select format('create database %I', :'database')
where not exists (select from pg_database where datname = :'database')
\gexec

\connect :"database"
\ir schemas.sql
