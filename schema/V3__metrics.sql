-- Derived numbers: made from the log, droppable at any time, and the days for which they must be made again.

create table due_day (
    day text primary key
) strict;

create table run_metric (
    run_date        text not null,
    run_no          integer not null,
    trimp           real,                          -- Banister 1991, summed over the kilometres
    srpe_load       real,                          -- Foster 2001: effort times minutes
    load            real,                          -- what feeds v_fitness; load_method names it
    load_method     text,
    load_missing    text,                          -- why load is null
    max_hr_bpm      real,                          -- the thresholds the run was judged by
    resting_hr_bpm  real,
    formula_version integer not null,
    primary key (run_date, run_no),
    foreign key (run_date, run_no) references main_log (run_date, run_no) on update cascade on delete cascade
) strict;

create table day_metric (
    day             text primary key,
    load            real not null,
    fitness         real not null,                 -- 42-day smoothed load at the end of the day
    fatigue         real not null,                 -- 7-day smoothed load at the end of the day
    form            real not null,                 -- fitness minus fatigue on waking: yesterday's values
    ramp            real,                          -- fitness now minus fitness seven days ago
    incomplete      integer not null check (incomplete in (0, 1)),  -- a run of the day has no load
    warming_up      integer not null check (warming_up in (0, 1)),  -- fewer than 42 days of log before it
    formula_version integer not null
) strict;

-- What the numbers were made with: when it changes (a setting, a formula) all of them are made again.
create table derivation_input (
    name  text primary key,
    value text not null
) strict;
