insert into {schema}.build (code_version, started_at) values ('{code_version}', '{now}');
