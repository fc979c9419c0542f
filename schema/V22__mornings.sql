-- The mornings: what each source says of each day, first after waking and by now, and the log made of it.

-- Kept for good: what was first seen after waking cannot be asked for again.
create table day_value (
    day           text not null check (day is date(day)),
    field         text not null,                   -- the column of day_log
    source        text not null check (source in ('runner', 'garmin', 'file')),
    said_by       text not null,                   -- the source record, or 'note'
    value         any,                             -- null: the source has taken it back
    known_at      text not null,
    wake_value    any,                             -- null: another record of the source said it first
    wake_known_at text,
    primary key (day, field, source, said_by)
) strict;

create index day_value_said_by on day_value (source, said_by);

-- What a source was asked about days, so that nothing is asked again before it can have changed.
create table day_question (
    source      text not null,
    external_id text not null,                     -- of the source record: a day, or the first day of several
    kind        text not null,
    asked_at    text not null,
    answer      text not null check (answer in ('some', 'none', 'failed')),
    attempts    integer not null,                  -- failures in a row
    primary key (source, external_id, kind)
) strict;

-- Nights belong to the day on which the runner woke.
alter table day_log add column hrv_baseline_low_ms real; -- of Garmin's own band for this runner
alter table day_log add column hrv_baseline_high_ms real;
alter table day_log add column sleep_deep_s real;    -- the stages of the night
alter table day_log add column sleep_light_s real;
alter table day_log add column sleep_rem_s real;
alter table day_log add column sleep_awake_s real;
alter table day_log add column sleep_started_at text; -- UTC
alter table day_log add column sleep_ended_at text;
alter table day_log add column sleep_score real;     -- Garmin's, 0 to 100
alter table day_log add column body_battery real;    -- Garmin's, 0 to 100, at waking
alter table day_log add column body_battery_low real; -- of the whole day
alter table day_log add column body_battery_high real;
alter table day_log add column stress real;          -- Garmin's, 0 to 100, mean of the day
alter table day_log add column training_readiness real; -- Garmin's, 0 to 100, at waking
alter table day_log add column recovery_time_s real; -- Garmin's, at waking
alter table day_log add column vo2max real;          -- Garmin's estimate, ml/min/kg, on days on which it made one
alter table day_log add column known_at text;        -- when the latest of these values became known
alter table day_log add column origin text;          -- which source each value came from (JSON)

-- The same as first seen after waking; they never change again.
alter table day_log add column wake_resting_hr_bpm real;
alter table day_log add column wake_hrv_rmssd_ms real;
alter table day_log add column wake_hrv_baseline_low_ms real;
alter table day_log add column wake_hrv_baseline_high_ms real;
alter table day_log add column wake_sleep_s real;
alter table day_log add column wake_sleep_deep_s real;
alter table day_log add column wake_sleep_light_s real;
alter table day_log add column wake_sleep_rem_s real;
alter table day_log add column wake_sleep_awake_s real;
alter table day_log add column wake_sleep_started_at text;
alter table day_log add column wake_sleep_ended_at text;
alter table day_log add column wake_sleep_score real;
alter table day_log add column wake_body_battery real;
alter table day_log add column wake_body_battery_low real;
alter table day_log add column wake_body_battery_high real;
alter table day_log add column wake_stress real;
alter table day_log add column wake_training_readiness real;
alter table day_log add column wake_recovery_time_s real;
alter table day_log add column wake_weight_kg real;
alter table day_log add column wake_vo2max real;
alter table day_log add column wake_known_at text;   -- when the first of them was seen

-- What was typed into the table by hand is the runner's word.
insert into day_value (day, field, source, said_by, value, known_at, wake_value, wake_known_at)
select day, 'resting_hr_bpm', 'runner', 'note', resting_hr_bpm, updated_at, resting_hr_bpm, updated_at from day_log where resting_hr_bpm is not null;

insert into day_value (day, field, source, said_by, value, known_at, wake_value, wake_known_at)
select day, 'hrv_rmssd_ms', 'runner', 'note', hrv_rmssd_ms, updated_at, hrv_rmssd_ms, updated_at from day_log where hrv_rmssd_ms is not null;

insert into day_value (day, field, source, said_by, value, known_at, wake_value, wake_known_at)
select day, 'sleep_s', 'runner', 'note', sleep_s, updated_at, sleep_s, updated_at from day_log where sleep_s is not null;

insert into day_value (day, field, source, said_by, value, known_at, wake_value, wake_known_at)
select day, 'weight_kg', 'runner', 'note', weight_kg, updated_at, weight_kg, updated_at from day_log where weight_kg is not null;

update day_log
set wake_resting_hr_bpm = resting_hr_bpm, wake_hrv_rmssd_ms = hrv_rmssd_ms, wake_sleep_s = sleep_s, wake_weight_kg = weight_kg;
