-- How much was run from one day to another, how hard it was, and how it felt.
with total as (
    select
        count(*) as runs,
        sum(distance_m) / 1000.0 as km,
        count(distance_m) as runs_with_distance,
        sum(moving_s) as moving_s,
        max(distance_m) / 1000.0 as longest_km,
        sum(case when distance_m > 0 then moving_s end) as paced_s,
        sum(case when moving_s > 0 then distance_m end) / 1000.0 as paced_km,
        sum(case when distance_m > 0 and moving_s > 0 then 1 end) as paced_runs,
        sum(avg_hr_bpm * moving_s) / sum(case when avg_hr_bpm is not null then moving_s end) as avg_hr_bpm,
        count(avg_hr_bpm) as runs_with_heart_rate,
        avg(effort) as effort,
        count(effort) as runs_with_effort,
        avg(feel) as feel,
        count(feel) as runs_with_feel,
        sum(load) as load,
        count(load) as runs_with_load,
        group_concat(distinct load_method) as load_methods
    from counted_run
    where run_date between :from and :to
)
select 'runs' as id, 'runs' as label, runs as value, '' as unit, null as sample, null as note from total
union all
select 'distance', 'distance', case when runs = 0 then 0 else km end, 'km', runs_with_distance,
    case when runs > 0 and km is null then 'no run has a distance' end
from total
union all
select 'time', 'running time', case when runs = 0 then 0 else moving_s end, 's', runs, null from total
union all
select 'longest', 'longest run', longest_km, 'km', null, case when longest_km is null then 'no run' end from total
union all
select 'pace', 'mean pace (all running time by all distance)', paced_s / paced_km, 's/km', paced_runs,
    case when paced_km is null then 'no run with distance and time' end
from total
union all
select 'heart-rate', 'mean heart rate', avg_hr_bpm, 'bpm', runs_with_heart_rate,
    case when avg_hr_bpm is null then 'no run has a heart rate' end
from total
union all
select 'effort', 'mean effort (1 to 10)', effort, '/10', runs_with_effort,
    case when effort is null then 'no effort was noted' end
from total
union all
select 'feel', 'mean feel (1 very weak to 5 very strong)', feel, '/5', runs_with_feel,
    case when feel is null then 'no feel was noted' end
from total
union all
select 'load', 'training load', case when runs = 0 then 0 else load end, 'load', runs_with_load,
    case
        when runs > 0 and load is null then 'no run has a load'
        when runs > runs_with_load then 'by ' || load_methods || '; ' || (runs - runs_with_load) || ' runs without load are missing in it'
        when runs > 0 then 'by ' || load_methods
    end
from total;
