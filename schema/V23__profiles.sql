-- What devices are set to about their runner, as the files of activities carry it along: dated, and the last word to be asked.
create table profile_value (
    quantity text not null check (quantity in ('resting_hr_bpm', 'max_hr_bpm', 'lthr_bpm', 'weight_kg', 'sex')),
    day      text not null check (day is date(day)),
    source   text not null,
    said_by  text not null,                        -- the file, by its SHA-256
    value    any not null,
    primary key (quantity, day, source, said_by)
) strict;

create trigger profile_is_due after insert on profile_value begin
    insert into due_day (day) select new.day where not exists (select 1 from due_day where day = new.day);
end;

create trigger deleted_profile_is_due after delete on profile_value begin
    insert into due_day (day) select old.day where not exists (select 1 from due_day where day = old.day);
end;
