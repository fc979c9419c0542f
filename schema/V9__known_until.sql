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

-- Derived: droppable at any time. A day has a row up to the last known day; after it there is none.
drop table day_metric;

create table day_metric (
    day             text primary key,
    load            real,                          -- null: a run of the day has none
    fitness         real,                          -- 42-day smoothed load at the end of the day; null while it rests on unknown loads
    fatigue         real,                          -- 7-day smoothed load at the end of the day
    form            real,                          -- fitness minus fatigue on waking: yesterday's values
    ramp            real,                          -- fitness now minus fitness seven days ago
    monotony        real,                          -- Foster 1998, of the seven days up to this one; null when all are alike
    strain          real,
    missing         text,                          -- which run has no load and why, while something is null for it
    incomplete      integer not null check (incomplete in (0, 1)),  -- a run of the day has no load
    warming_up      integer not null check (warming_up in (0, 1)),  -- fewer than 42 days of log before it
    so_far          integer not null check (so_far in (0, 1)),      -- the day was run on but not over when the log was known last
    formula_version integer not null
) strict;

alter table week_metric add column load_missing text; -- why load is null
