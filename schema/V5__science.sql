-- The numbers a coach can stand on, and what they need beyond the runs.

-- What only the runner knows: races, blocks, injuries, illnesses, dated thresholds, notes.
create table annotation (
    annotation_id integer primary key,
    kind          text not null check (kind in ('race', 'block', 'injury', 'illness', 'threshold', 'note')),
    from_date     text not null,
    to_date       text,                            -- null: one day, or for a threshold until the next one
    name          text,                            -- of a race or a block
    text          text,
    distance_m    real check (distance_m > 0),     -- of a race
    goal_time_s   real check (goal_time_s > 0),
    body_part     text,                            -- of an injury
    severity      integer check (severity between 1 and 5),
    quantity      text check (quantity in ('max_hr_bpm', 'resting_hr_bpm', 'lthr_bpm', 'threshold_pace_s_per_km', 'weight_kg')),
    value         real,                            -- of a threshold
    created_at    text not null,
    updated_at    text not null
) strict;

create index annotation_kind on annotation (kind, from_date);

-- What is known of a day whether it was run on or not.
create table day_log (
    day            text primary key check (day glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    resting_hr_bpm real,
    hrv_rmssd_ms   real,                           -- of the night before
    sleep_s        real,                           -- of the night before
    weight_kg      real,
    created_at     text not null,
    updated_at     text not null
) strict;

-- Whatever a number depends on makes its day due. (Runs do so when they are written.) Never "insert or ignore": a trigger takes the
-- conflict rule of the statement that fired it, and an upsert's is to fail.
create trigger weather_is_due after insert on weather_log begin
    insert into due_day (day) select new.run_date where not exists (select 1 from due_day where day = new.run_date);
end;

create trigger changed_weather_is_due after update of temperature_c, dew_point_c on weather_log
when (old.temperature_c, old.dew_point_c) is not (new.temperature_c, new.dew_point_c) begin
    insert into due_day (day) select new.run_date where not exists (select 1 from due_day where day = new.run_date);
end;

create trigger day_log_is_due after insert on day_log begin
    insert into due_day (day) select new.day where not exists (select 1 from due_day where day = new.day);
end;

create trigger changed_day_log_is_due after update on day_log begin
    insert into due_day (day) select min(old.day, new.day) where not exists (select 1 from due_day where day = min(old.day, new.day));
end;

create trigger deleted_day_log_is_due after delete on day_log begin
    insert into due_day (day) select old.day where not exists (select 1 from due_day where day = old.day);
end;

create trigger annotation_is_due after insert on annotation begin
    insert into due_day (day) select new.from_date where not exists (select 1 from due_day where day = new.from_date);
end;

create trigger changed_annotation_is_due after update on annotation begin
    insert into due_day (day) select min(old.from_date, new.from_date) where not exists (select 1 from due_day where day = min(old.from_date, new.from_date));
end;

create trigger deleted_annotation_is_due after delete on annotation begin
    insert into due_day (day) select old.from_date where not exists (select 1 from due_day where day = old.from_date);
end;

-- Derived from here on, but for the ledger at the end: droppable at any time.

-- What every stored number is, how it is made and where the formula comes from.
create table formula (
    metric      text primary key,                  -- the column, as table.column
    unit        text not null,
    description text not null,
    source      text not null,                     -- author and year, or 'Longrun' for a construction of its own
    version     integer not null                   -- raised when the formula changes: what rests on it is made again
) strict;

-- The runner's thresholds over time: a run is judged by those that were valid on its day.
create table threshold (
    quantity   text not null check (quantity in ('max_hr_bpm', 'resting_hr_bpm', 'lthr_bpm', 'threshold_pace_s_per_km')),
    valid_from text not null,
    value      real,                               -- null: not known (any more)
    origin     text not null check (origin in ('note', 'setting', 'data', 'unknown')),
    method     text not null,                      -- the rule that found it, or why it is not known
    formula_version integer not null,
    primary key (quantity, valid_from)
) strict;

drop table run_metric;
drop table day_metric;

create table run_metric (
    run_date                text not null,
    run_no                  integer not null,
    trimp                   real,                  -- Banister 1991, summed over the kilometres
    load100                 real,                  -- the same in hundredths of an hour at LTHR
    pace_load               real,                  -- hours at threshold pace, squared intensity, times 100
    srpe_load               real,                  -- Foster 2001: effort times minutes
    load                    real,                  -- what feeds v_fitness; load_method names it
    load_method             text,
    load_missing            text,                  -- why load is null
    gap_s_per_km            real,                  -- grade-adjusted: the pace this effort gives on the flat
    gap_method              text,                  -- grade, or no-elevation when climbs are not known
    temperature_c           real,                  -- weighted by the time run in each hour
    dew_point_c             real,
    heat_pct                real,                  -- how much the heat slowed a run of this effort
    cool_pace_s_per_km      real,                  -- gap_s_per_km without that
    ef_m_per_beat           real,                  -- efficiency factor: grade-adjusted metres a heart beat
    ef_missing              text,
    decoupling_pct          real,                  -- how much of it was lost from the first half to the second
    decoupling_method       text,                  -- halves; halves-indicative for a steady part below an hour
    decoupling_missing      text,
    z1_s                    real,                  -- time below LT1, between, above LT2
    z2_s                    real,
    z3_s                    real,
    zones_method            text,
    zones_missing           text,
    spike_ratio             real,                  -- distance over the longest run of the 30 days before
    spike_missing           text,
    run_type                text check (run_type in ('race', 'long', 'tempo', 'interval', 'easy')),
    run_type_because        text,                  -- the rule that decided, or why none could
    race_distance_m         real,                  -- official, of races over a standard distance
    race_time_s             real,
    pace_index              real,                  -- Daniels and Gilbert 1979, of races
    peak_hr_bpm             real,                  -- what the run alone says: its highest plausible heart rate
    threshold_hr_bpm        real,                  -- and an estimate of LTHR, of races and hard efforts
    max_hr_bpm              real,                  -- the thresholds the run was judged by
    resting_hr_bpm          real,
    lthr_bpm                real,
    threshold_pace_s_per_km real,
    quality                 text,                  -- what is odd about the recording; null when nothing is
    formula_version         integer not null,
    primary key (run_date, run_no),
    foreign key (run_date, run_no) references main_log (run_date, run_no) on update cascade on delete cascade
) strict;

create table split_metric (
    run_date        text not null,
    run_no          integer not null,
    km              integer not null,
    grade_factor    real not null,                 -- cost of the kilometre over that of a flat one
    gap_s_per_km    real not null,
    formula_version integer not null,
    primary key (run_date, run_no, km),
    foreign key (run_date, run_no, km) references split_log (run_date, run_no, km) on update cascade on delete cascade
) strict;

create table best_effort (
    run_date        text not null,
    run_no          integer not null,
    distance_m      real not null,
    time_s          real not null,                 -- elapsed
    from_m          real not null,                 -- where in the run it began
    method          text not null,
    formula_version integer not null,
    primary key (run_date, run_no, distance_m),
    foreign key (run_date, run_no) references main_log (run_date, run_no) on update cascade on delete cascade
) strict;

create index best_effort_fastest on best_effort (distance_m, time_s);

create table day_metric (
    day             text primary key,
    load            real not null,
    fitness         real not null,                 -- 42-day smoothed load at the end of the day
    fatigue         real not null,                 -- 7-day smoothed load at the end of the day
    form            real not null,                 -- fitness minus fatigue on waking: yesterday's values
    ramp            real,                          -- fitness now minus fitness seven days ago
    monotony        real,                          -- Foster 1998, of the seven days up to this one; null when all are alike
    strain          real,
    incomplete      integer not null check (incomplete in (0, 1)),  -- a run of the day has no load
    warming_up      integer not null check (warming_up in (0, 1)),  -- fewer than 42 days of log before it
    formula_version integer not null
) strict;

create table week_metric (
    monday             text primary key,
    week               text not null unique,       -- ISO 8601: 2026-W46
    load               real,                       -- null when a run of the week has none
    monotony           real,
    strain             real,
    ramp               real,                       -- fitness at its end minus fitness a week before
    z1_s               real,
    z2_s               real,
    z3_s               real,
    zones_runs         integer not null,           -- how many runs the zones rest on
    polarisation_index real,                       -- Treff 2019
    distribution       text,                       -- polarised, pyramidal, threshold or other
    complete           integer not null check (complete in (0, 1)), -- the week is over and no run lacks a load
    formula_version    integer not null
) strict;

-- What the body says on a morning, for days on which something was measured.
create table day_readiness (
    day                    text primary key,
    resting_hr_7d_bpm      real,
    resting_hr_usual_bpm   real,
    resting_hr_state       text,
    hrv_7d_ms              real,
    hrv_low_ms             real,                   -- the band of the 60 days before
    hrv_high_ms            real,
    hrv_state              text,
    sleep_debt_s           real,                   -- over the nights of the last 14 that are known
    sleep_nights           integer,
    votes                  integer not null,       -- subjective ones count double
    votes_for              text not null,          -- which they are
    advice                 text not null,
    formula_version        integer not null
) strict;

-- Each week's forecast, stored before the fact. Never rewritten, by nobody; not derived: rebuild keeps it.
create table goal_ledger (
    week             text not null,                -- ISO 8601, the week in which it was said
    distance_m       real not null,
    recorded_at      text not null,
    known_until      text not null,                -- the last day of the log it rests on
    forecast_s       real,                         -- null when too little is known
    sigma_s          real,                         -- standard deviation of the forecast
    low_s            real,                         -- 80 % interval
    high_s           real,
    goal_time_s      real,
    goal_date        text,
    goal_probability real check (goal_probability between 0 and 1),
    models           text not null,                -- what each model said (JSON)
    missing          text,                         -- what was not known
    formula_version  integer not null,
    primary key (week, distance_m)
) strict;

create trigger goal_ledger_is_never_rewritten before update on goal_ledger begin
    select raise(abort, 'The goal ledger is never rewritten');
end;
