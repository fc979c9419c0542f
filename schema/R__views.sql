-- The questions people ask, ready to select from. Only functions of SQLite 3.40: other tools open these views too.

drop view if exists v_day;
drop view if exists v_forecast;
drop view if exists v_threshold;
drop view if exists v_race;
drop view if exists v_best_effort;
drop view if exists v_run;
drop view if exists v_fitness;
drop view if exists v_week;
drop view if exists v_month;
drop view if exists v_known_until;
drop view if exists v_shoe_mileage;
drop view if exists shoe_limit;
drop view if exists counted_split;
drop view if exists counted_run;

-- The wall: everything that counts, computes, prompts or remembers reads runs through these two views.
create view counted_run as
select
    main_log.*,
    run_metric.trimp,
    run_metric.load100,
    run_metric.pace_load,
    run_metric.srpe_load,
    run_metric.load,
    run_metric.load_method,
    run_metric.load_missing,
    run_metric.gap_s_per_km,
    run_metric.cool_pace_s_per_km,
    run_metric.heat_pct,
    run_metric.temperature_c,
    run_metric.dew_point_c,
    run_metric.ef_m_per_beat,
    run_metric.decoupling_pct,
    run_metric.z1_s,
    run_metric.z2_s,
    run_metric.z3_s,
    run_metric.spike_ratio,
    run_metric.run_type,
    run_metric.race_distance_m,
    run_metric.race_time_s,
    run_metric.pace_index,
    run_metric.peak_hr_bpm,
    run_metric.threshold_hr_bpm,
    run_metric.lthr_bpm as valid_lthr_bpm,
    run_metric.max_hr_bpm as valid_max_hr_bpm,
    run_metric.quality
from main_log
left join run_metric using (run_date, run_no)
where main_log.counted = 1;

create view counted_split as
select split_log.*, split_metric.grade_factor, split_metric.gap_s_per_km
from split_log
join main_log using (run_date, run_no)
left join split_metric using (run_date, run_no, km)
where main_log.counted = 1;

create view v_run as
select
    run.run_date,
    run.run_no,
    run.name,
    run.sport,
    run_metric.run_type,
    round(run.distance_m / 1000.0, 2) as km,
    (cast(round(run.pace_s_per_km) as integer) / 60) || ':' || printf('%02d', cast(round(run.pace_s_per_km) as integer) % 60) as pace,
    run.moving_s,
    run.elapsed_s,
    run.avg_hr_bpm,
    run.effort,
    run.feel,
    shoe.name as shoe,
    run_metric.trimp,
    run_metric.load100,
    run_metric.pace_load,
    run_metric.srpe_load,
    run_metric.load,
    run_metric.load_method,
    run_metric.load_missing,
    run.pace_s_per_km,
    run_metric.gap_s_per_km,
    run_metric.cool_pace_s_per_km,
    run_metric.heat_pct,
    run_metric.ef_m_per_beat,
    run_metric.decoupling_pct,
    run_metric.z1_s,
    run_metric.z2_s,
    run_metric.z3_s,
    run_metric.spike_ratio,
    round(run_metric.temperature_c, 1) as temperature_c,
    run.is_race,
    run_metric.pace_index,
    run.counted,
    run.uncounted_because,
    run.flaw,
    run_metric.quality
from main_log as run
left join run_metric using (run_date, run_no)
left join shoe on shoe.shoe_id = run.shoe_id;

-- Until when the log is known: nothing without a run is rest after it.
create view v_known_until as
select known_until, known_day, known_by
from known_until
where known_until is not null;

-- Up to the last known day. Form is that of the morning after the day, so that the three numbers subtract. Null: a load is not known, and
-- missing says which; so_far: the day was not over.
create view v_fitness as
select day, load, fitness, fatigue, fitness - fatigue as form, ramp, monotony, strain, missing, incomplete, warming_up, so_far
from day_metric;

-- ISO 8601 weeks: the week belongs to the year of its Thursday. Monotony and strain are those of whole weeks. From the first run on
-- every week has its row that is wholly known (known = 1), and every other week that has a run.
create view v_week as
with recursive known_week (monday) as (
    select date(min(run_date), '-6 days', 'weekday 1')
    from counted_run
    having date(min(run_date), '-6 days', 'weekday 1', '+6 days') <= (select known_day from known_until)
    union all
    select date(monday, '+7 days')
    from known_week
    where date(monday, '+13 days') <= (select known_day from known_until)
),
run as (
    select *, date(run_date, '-6 days', 'weekday 1') as monday
    from counted_run
),
week as (
    select monday from known_week
    union
    select monday from run
)
select
    strftime('%Y', week.monday, '+3 days') || '-W' || printf('%02d', (strftime('%j', week.monday, '+3 days') - 1) / 7 + 1) as week,
    week.monday,
    count(run.run_date) as runs,
    case when count(run.run_date) = 0 then 0.0 else round(sum(run.distance_m) / 1000.0, 2) end as km,
    case when count(run.run_date) = 0 then 0.0 else sum(run.moving_s) end as moving_s,
    round(max(run.distance_m) / 1000.0, 2) as longest_km,
    case count(run.run_date) - count(run.load) when 0 then total(run.load) end as load,
    max(run.load_missing) as load_missing,
    week_metric.monotony,
    week_metric.strain,
    week_metric.ramp,
    round(avg(run.effort), 2) as effort_mean,
    round(avg(run.feel), 2) as feel_mean,
    sum(run.z1_s) as z1_s,
    sum(run.z2_s) as z2_s,
    sum(run.z3_s) as z3_s,
    week_metric.polarisation_index,
    week_metric.distribution,
    count(run.run_date) - count(run.load) as runs_without_load,
    count(run.run_date) - count(run.z1_s) as runs_without_zones,
    coalesce(date(week.monday, '+6 days') <= (select known_day from known_until), 0) as known
from week
left join run using (monday)
left join week_metric on week_metric.monday = week.monday
group by week.monday;

-- Monotony of a month is the mean of the weeks that end in it; strain the highest of them. Rows as in v_week.
create view v_month as
with recursive known_month (first_day) as (
    select date(min(run_date), 'start of month')
    from counted_run
    having date(min(run_date), 'start of month', '+1 month', '-1 day') <= (select known_day from known_until)
    union all
    select date(first_day, '+1 month')
    from known_month
    where date(first_day, '+2 months', '-1 day') <= (select known_day from known_until)
),
run as (
    select *, date(run_date, 'start of month') as first_day
    from counted_run
),
month as (
    select first_day from known_month
    union
    select first_day from run
)
select
    substr(month.first_day, 1, 7) as month,
    count(run.run_date) as runs,
    case when count(run.run_date) = 0 then 0.0 else round(sum(run.distance_m) / 1000.0, 2) end as km,
    case when count(run.run_date) = 0 then 0.0 else sum(run.moving_s) end as moving_s,
    round(max(run.distance_m) / 1000.0, 2) as longest_km,
    case count(run.run_date) - count(run.load) when 0 then total(run.load) end as load,
    max(run.load_missing) as load_missing,
    (select avg(week_metric.monotony) from week_metric
     where substr(date(week_metric.monday, '+6 days'), 1, 7) = substr(month.first_day, 1, 7)) as monotony,
    (select max(week_metric.strain) from week_metric
     where substr(date(week_metric.monday, '+6 days'), 1, 7) = substr(month.first_day, 1, 7)) as strain,
    round(avg(run.effort), 2) as effort_mean,
    round(avg(run.feel), 2) as feel_mean,
    sum(run.z1_s) as z1_s,
    sum(run.z2_s) as z2_s,
    sum(run.z3_s) as z3_s,
    count(run.run_date) - count(run.load) as runs_without_load,
    count(run.run_date) - count(run.z1_s) as runs_without_zones,
    coalesce(date(month.first_day, '+1 month', '-1 day') <= (select known_day from known_until), 0) as known
from month
left join run using (first_day)
group by month.first_day;

-- The fastest time over each distance; table best_effort has that of every run.
create view v_best_effort as
select distance_m, time_s, run_date, run_no, name, pace_s_per_km, from_m
from (
    select
        best_effort.distance_m,
        best_effort.time_s,
        best_effort.run_date,
        best_effort.run_no,
        run.name,
        best_effort.time_s * 1000.0 / best_effort.distance_m as pace_s_per_km,
        best_effort.from_m,
        row_number() over (
            partition by best_effort.distance_m order by best_effort.time_s, best_effort.run_date, best_effort.run_no
        ) as place
    from best_effort
    join counted_run as run using (run_date, run_no)
)
where place = 1;

-- Races over a standard distance, by their official distance and elapsed time.
create view v_race as
select run_date, run_no, name, race_distance_m as distance_m, race_time_s as time_s, pace_index, temperature_c, heat_pct
from counted_run
where race_distance_m is not null;

-- The runner's thresholds, and from when to when they held (null: still).
create view v_threshold as
select
    quantity,
    valid_from,
    date(lead(valid_from) over (partition by quantity order by valid_from), '-1 day') as valid_to,
    value,
    origin,
    method
from threshold;

-- What was forecast each week, before the fact, and the race that answered it: the next one over the distance within 12 weeks.
create view v_forecast as
select
    ledger.week,
    ledger.distance_m,
    ledger.recorded_at,
    ledger.known_until,
    ledger.forecast_s,
    ledger.sigma_s,
    ledger.low_s,
    ledger.high_s,
    ledger.goal_time_s,
    ledger.goal_date,
    ledger.goal_probability,
    race.run_date as race_date,
    race.time_s as race_time_s,
    race.time_s - ledger.forecast_s as error_s,
    race.time_s between ledger.low_s and ledger.high_s as within_80_pct,
    case when ledger.goal_probability is not null and race.time_s is not null
        then (ledger.goal_probability - (race.time_s <= ledger.goal_time_s)) * (ledger.goal_probability - (race.time_s <= ledger.goal_time_s))
    end as brier_score,
    ledger.missing
from goal_ledger as ledger
left join v_race as race
    on race.distance_m = ledger.distance_m
    and race.run_date = (
        select min(next.run_date)
        from v_race as next
        where next.distance_m = ledger.distance_m
          and next.run_date > ledger.known_until
          and next.run_date <= date(ledger.known_until, '+84 days')
    );

-- Days and mornings, rounded. Nights belong to the day of waking.
create view v_day as
select
    day,
    round(resting_hr_bpm, 0) as resting_hr,                     -- beats a minute, as it stands now
    round(hrv_rmssd_ms, 0) as hrv,                              -- rMSSD of the night or of waking, ms
    round(hrv_baseline_low_ms, 0) as hrv_baseline_low,          -- Garmin's band for this runner, ms
    round(hrv_baseline_high_ms, 0) as hrv_baseline_high,
    (cast(sleep_s as integer) / 3600) || ':' || printf('%02d', cast(sleep_s as integer) % 3600 / 60) as sleep, -- hours:minutes
    round(sleep_s / 3600.0, 2) as sleep_h,                      -- the same in hours
    round(sleep_deep_s / 60.0, 0) as sleep_deep_min,
    round(sleep_light_s / 60.0, 0) as sleep_light_min,
    round(sleep_rem_s / 60.0, 0) as sleep_rem_min,
    round(sleep_awake_s / 60.0, 0) as sleep_awake_min,
    sleep_started_at,                                           -- UTC
    sleep_ended_at,
    round(sleep_score, 0) as sleep_score,                       -- Garmin's, 0 to 100
    round(body_battery, 0) as body_battery,                     -- Garmin's, at waking
    round(body_battery_low, 0) as body_battery_low,
    round(body_battery_high, 0) as body_battery_high,
    round(stress, 0) as stress,                                 -- Garmin's mean of the day
    round(training_readiness, 0) as training_readiness,         -- Garmin's, at waking
    round(recovery_time_s / 3600.0, 1) as recovery_time_h,      -- Garmin's, at waking
    round(weight_kg, 1) as weight_kg,
    round(vo2max, 1) as vo2max,                                 -- Garmin's estimate, ml/min/kg
    round(wake_resting_hr_bpm, 0) as wake_resting_hr,           -- what was first seen after waking: what a morning is judged by
    round(wake_hrv_rmssd_ms, 0) as wake_hrv,
    round(wake_sleep_s / 3600.0, 2) as wake_sleep_h,
    wake_known_at,                                              -- UTC, when the first of these was seen
    known_at,                                                   -- UTC, when the latest settled value became known
    origin                                                      -- which source each settled value came from (JSON)
from day_log;

-- How far a shoe is to go: as noted, else 600 km, with a carbon plate 400. A custom: wear differs from runner to runner.
create view shoe_limit as
select
    shoe_id,
    coalesce(retire_at_km, case when carbon_plate = 1 then 400 else 600 end) as retire_at_km -- km
from shoe;

create view v_shoe_mileage as
select
    shoe.shoe_id,
    shoe.name,
    count(run.run_date) as runs,
    round(shoe.start_km + coalesce(sum(run.distance_m), 0) / 1000.0, 1) as km,
    shoe_limit.retire_at_km,
    round(shoe_limit.retire_at_km - shoe.start_km - coalesce(sum(run.distance_m), 0) / 1000.0, 1) as remaining_km,
    min(run.run_date) as first_used_on,
    max(run.run_date) as last_used_on,
    shoe.carbon_plate,
    shoe.retired_on
from shoe
join shoe_limit using (shoe_id)
left join counted_run as run on run.shoe_id = shoe.shoe_id
group by shoe.shoe_id;
