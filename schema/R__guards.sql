-- What no statement may do, not even one typed by hand. (Log notes are checked before, with better words.)

drop trigger if exists annotation_has_days;
drop trigger if exists changed_annotation_has_days;
drop trigger if exists day_log_has_days;
drop trigger if exists changed_day_log_has_days;
drop trigger if exists goal_ledger_is_never_replaced;
drop trigger if exists goal_ledger_is_never_deleted;

-- A day that is none would stop every derivation from then on.
create trigger annotation_has_days before insert on annotation
when new.from_date is not date(new.from_date) or new.to_date is not date(new.to_date) begin
    select raise(abort, 'annotation.from_date and to_date must be days such as 2026-11-24');
end;

create trigger changed_annotation_has_days before update of from_date, to_date on annotation
when new.from_date is not date(new.from_date) or new.to_date is not date(new.to_date) begin
    select raise(abort, 'annotation.from_date and to_date must be days such as 2026-11-24');
end;

create trigger day_log_has_days before insert on day_log
when new.day is not date(new.day) begin
    select raise(abort, 'day_log.day must be a day such as 2026-11-24');
end;

create trigger changed_day_log_has_days before update of day on day_log
when new.day is not date(new.day) begin
    select raise(abort, 'day_log.day must be a day such as 2026-11-24');
end;

-- "insert or replace" deletes without asking the trigger below.
create trigger goal_ledger_is_never_replaced before insert on goal_ledger
when exists (select 1 from goal_ledger where week = new.week and distance_m = new.distance_m) begin
    select raise(abort, 'The goal ledger is never rewritten');
end;

create trigger goal_ledger_is_never_deleted before delete on goal_ledger begin
    select raise(abort, 'The goal ledger is never rewritten');
end;
