-- What was not read of a snapshot, by file and line. kind: 'row' can't be right, 'file' can't be read at all (line 0, no rows),
-- 'note' says something of rows that are left out, or read in an unusual way, without anything being wrong (line: the first of them).
create table validate.quarantine (
    snapshot_number int not null,
    file            text not null,
    line            int not null,
    kind            text not null check (kind in ('row', 'file', 'note')),
    rows            int not null,
    reason          text not null,
    raw             text not null,
    primary key (snapshot_number, file, line, kind)
);
