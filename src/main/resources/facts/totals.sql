-- How much was run from one day to another, how hard it was, and how it felt; as far as the log is known.
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
        max(load_missing) as load_missing,
        group_concat(distinct load_method) as load_methods,
        case
            when :known is null then 'nobody has said until when the log is known'
            when :to > :known then 'the log is known up to ' || :known
        end as unknown
    from counted_run
    where run_date between :from and :to
)
-- What was run is known, that nothing else was is not: after the last known day none is not 0.
select 'runs' as id, 'runs' as label, case when unknown is null or runs > 0 then runs end as value, '' as unit, null as sample,
    unknown as note
from total
union all
select 'distance', 'distance', case when runs > 0 then km when unknown is null then 0 end, 'km',
    case when unknown is null or runs > 0 then runs_with_distance end,
    case when runs > 0 and km is null then 'no run has a distance' else unknown end
from total
union all
select 'time', 'running time', case when runs > 0 then moving_s when unknown is null then 0 end, 's',
    case when unknown is null or runs > 0 then runs end, unknown
from total
union all
select 'longest', 'longest run', longest_km, 'km', null,
    case when longest_km is null then coalesce(unknown, 'no run') else unknown end
from total
union all
select 'pace', 'mean pace (all running time by all distance)', paced_s / paced_km, 's/km', paced_runs,
    case when paced_km is null then case when runs = 0 then coalesce(unknown, 'no run with distance and time') else 'no run with distance and time' end end
from total
union all
select 'heart-rate', 'mean heart rate', avg_hr_bpm, 'bpm', runs_with_heart_rate,
    case when avg_hr_bpm is null then case when runs = 0 then coalesce(unknown, 'no run has a heart rate') else 'no run has a heart rate' end end
from total
union all
select 'effort', 'mean effort (1 to 10)', effort, '/10', runs_with_effort,
    case when effort is null then case when runs = 0 then coalesce(unknown, 'no effort was noted') else 'no effort was noted' end end
from total
union all
select 'feel', 'mean feel (1 very weak to 5 very strong)', feel, '/5', runs_with_feel,
    case when feel is null then case when runs = 0 then coalesce(unknown, 'no feel was noted') else 'no feel was noted' end end
from total
union all
select 'load', 'training load',
    case when runs > 0 and runs = runs_with_load then load when runs = 0 and unknown is null then 0 end, 'load',
    case when unknown is null or runs > 0 then runs_with_load end,
    case
        when runs > 0 and load is null then 'no run has a load: ' || load_missing
        when runs > runs_with_load then (runs - runs_with_load) || ' of ' || runs || ' runs have no load: ' || load_missing
        when unknown is not null then unknown
        when runs > 0 then 'by ' || load_methods
    end
from total;
