-- The id of the key that asked: who may read the answer. Null in rows from before, which only the operator reads.
alter table predict.answer add owner text;
