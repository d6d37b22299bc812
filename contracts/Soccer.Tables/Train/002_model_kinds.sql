-- A model holds a forecaster a kind.
alter table train.model rename column kind to kinds;
alter table train.model alter column kinds type text[] using array[kinds];
