-- Moves identity sequences forward that stand behind their table's rows. Under wal_level = minimal PostgreSQL 15 loses the advances of a sequence
-- that was created in the transaction of its first use, when the server is killed before the next checkpoint; from then on inserts fail with 23505.
do $$
declare
  of record;
  behind boolean;
begin
  for of in
    select format('%I.%I', n.nspname, c.relname) as rows, format('%I', a.attname) as id,
           pg_get_serial_sequence(format('%I.%I', n.nspname, c.relname), a.attname) as sequence
    from pg_attribute a
    join pg_class c on c.oid = a.attrelid
    join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = '{schema}' and c.relkind = 'r' and a.attidentity <> '' and not a.attisdropped
  loop
    execute format('select coalesce(max(%s), 0) > (select case when is_called then last_value else last_value - 1 end from %s) from %s',
                   of.id, of.sequence, of.rows) into behind;
    if behind then
      -- Nobody inserts between the look and the move.
      execute format('lock table %s in share row exclusive mode', of.rows);
      execute format('select setval(%L, greatest((select max(%s) from %s), (select last_value from %s)))', of.sequence, of.id, of.rows, of.sequence);
      raise warning 'the sequence of % was behind its rows and was moved forward', of.rows;
    end if;
  end loop;
end $$;
