-- Until when the log is known: no data is not rest, and unknown is not zero.

-- The one row that says it. Everything that speaks of days without a run asks here; kept before anything is derived.
create table known_until (
    one         integer primary key check (one = 1),
    known_until text,                              -- every source of runs had answered by then; null: nothing is known
    known_day   text,                              -- the last local day that is wholly known
    known_by    text,                              -- the source that answered last or waits longest; file: the last import
    updated_at  text not null
) strict;

alter table sync_state add column connected integer not null default 0 check (connected in (0, 1)); -- 1: its silence is a gap
alter table sync_state add column connected_since text;
alter table sync_state add column answered_until text;     -- every run it knew of at this instant has been read, or will be by the backfill

update sync_state
set answered_until = last_success_at, connected = 1, connected_since = coalesce(first_attempt_at, last_success_at)
where source <> 'open-meteo' and (last_success_at is not null or first_attempt_at is not null);
