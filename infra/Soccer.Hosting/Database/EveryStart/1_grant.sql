-- Readers in other services may select from every table of the schema but those that begin with an underscore.
do $$
declare t text;
begin
  if exists (select from pg_roles where rolname = 'soccer_reader') then
    for t in select relname from pg_class
             where relnamespace = '{schema}'::regnamespace and relkind in ('r', 'p', 'v', 'm') and not starts_with(relname, '_') loop
      execute format('grant select on %I.%I to soccer_reader', '{schema}', t);
    end loop;
  end if;
end $$;
