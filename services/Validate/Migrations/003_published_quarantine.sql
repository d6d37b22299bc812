-- validate.quarantine is published; _quarantine is no longer written, and goes with the next release.
insert into validate.quarantine (snapshot_number, file, line, kind, rows, reason, raw)
select snapshot_number, file, line, case when line = 0 then 'file' else 'row' end, case when line = 0 then 0 else 1 end, reason, raw
from validate._quarantine
on conflict do nothing;