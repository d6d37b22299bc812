-- One row: the days that Predict keeps answers for, its setting Predict:AnswerDays as of its last start. Whoever tells callers of it reads
-- it here.
create table predict.answer_retention (
    only_one boolean primary key default true check (only_one),
    days     int not null
);
