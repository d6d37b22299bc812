-- The schemas of one database: each is owned by its service's role and open to readers of published tables.
-- Plain SQL, safe to run again, for a database in a cluster where init.sql has made the roles.
do $$
declare
    service text;
begin
    execute format('revoke all on database %I from public', current_database());
    execute format('grant connect, temporary on database %I to soccer_reader', current_database());
    foreach service in array array['ingest', 'validate', 'featurize', 'train', 'promote', 'predict', 'drift_check',
                                   'api', 'schedule'] loop
        if to_regnamespace(service) is null then
            execute format('create schema %I', service);
        end if;
        execute format('alter schema %I owner to %I', service, 'soccer_' || service);
        execute format('grant usage on schema %I to soccer_reader', service);
    end loop;
end
$$;
revoke all on schema public from public;
