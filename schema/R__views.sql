-- The questions people ask, ready to select from. Only functions of SQLite 3.40: other tools open these views too.

drop view if exists v_run;
drop view if exists v_fitness;
drop view if exists v_week;
drop view if exists v_month;
drop view if exists v_shoe_mileage;
drop view if exists counted_split;
drop view if exists counted_run;

-- The wall: everything that counts, computes, prompts or remembers reads runs through these two views.
create view counted_run as
select main_log.*, run_metric.trimp, run_metric.srpe_load, run_metric.load, run_metric.load_method, run_metric.load_missing
from main_log
left join run_metric using (run_date, run_no)
where main_log.counted = 1;

create view counted_split as
select split_log.*
from split_log
join main_log using (run_date, run_no)
where main_log.counted = 1;

create view v_run as
select
    run.run_date,
    run.run_no,
    run.name,
    run.sport,
    round(run.distance_m / 1000.0, 2) as km,
    (cast(round(run.pace_s_per_km) as integer) / 60) || ':' || printf('%02d', cast(round(run.pace_s_per_km) as integer) % 60) as pace,
    run.moving_s,
    run.elapsed_s,
    run.avg_hr_bpm,
    run.effort,
    run.feel,
    shoe.name as shoe,
    run_metric.trimp,
    run_metric.srpe_load,
    run_metric.load,
    run_metric.load_method,
    run.pace_s_per_km,
    (select round(avg(weather_log.temperature_c), 1)
     from weather_log
     where weather_log.run_date = run.run_date and weather_log.run_no = run.run_no) as temperature_c,
    run.is_race,
    run.counted
from main_log as run
left join run_metric using (run_date, run_no)
left join shoe on shoe.shoe_id = run.shoe_id;

create view v_fitness as
select day, load, fitness, fatigue, form, ramp, incomplete, warming_up
from day_metric;

-- ISO 8601 weeks: the week belongs to the year of its Thursday.
create view v_week as
with run as (
    select *, date(run_date, '-3 days', 'weekday 4') as thursday
    from counted_run
)
select
    strftime('%Y', thursday) || '-W' || printf('%02d', (strftime('%j', thursday) - 1) / 7 + 1) as week,
    date(thursday, '-3 days') as monday,
    count(*) as runs,
    round(sum(distance_m) / 1000.0, 2) as km,
    sum(moving_s) as moving_s,
    round(max(distance_m) / 1000.0, 2) as longest_km,
    sum(load) as load,
    round(avg(effort), 2) as effort_mean,
    round(avg(feel), 2) as feel_mean,
    sum(load is null) as runs_without_load
from run
group by thursday;

create view v_month as
select
    substr(run_date, 1, 7) as month,
    count(*) as runs,
    round(sum(distance_m) / 1000.0, 2) as km,
    sum(moving_s) as moving_s,
    round(max(distance_m) / 1000.0, 2) as longest_km,
    sum(load) as load,
    round(avg(effort), 2) as effort_mean,
    round(avg(feel), 2) as feel_mean,
    sum(load is null) as runs_without_load
from counted_run
group by substr(run_date, 1, 7);

create view v_shoe_mileage as
select
    shoe.shoe_id,
    shoe.name,
    count(run.run_date) as runs,
    round(shoe.start_km + coalesce(sum(run.distance_m), 0) / 1000.0, 1) as km,
    coalesce(shoe.retire_at_km, case when shoe.carbon_plate = 1 then 400 else 600 end) as retire_at_km,
    round(coalesce(shoe.retire_at_km, case when shoe.carbon_plate = 1 then 400 else 600 end)
          - shoe.start_km - coalesce(sum(run.distance_m), 0) / 1000.0, 1) as remaining_km,
    min(run.run_date) as first_used_on,
    max(run.run_date) as last_used_on,
    shoe.carbon_plate,
    shoe.retired_on
from shoe
left join counted_run as run on run.shoe_id = shoe.shoe_id
group by shoe.shoe_id;
