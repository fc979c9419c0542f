-- Distance, runs and load of each of the twelve weeks that lie before a day, newest first, back to the first run.
with recursive monday (day, number) as (
    select date(:to, '-6 days', 'weekday 1', '-7 days'), 1
    union all
    select date(day, '-7 days'), number + 1 from monday where number < 12
),
line as (
    select monday.day, coalesce(v_week.km, 0) as km, coalesce(v_week.runs, 0) as runs, v_week.load, v_week.runs_without_load
    from monday
    left join v_week on v_week.monday = monday.day
    where monday.day >= (select date(min(run_date), '-6 days') from counted_run)
)
select 'week-of-' || day || '.distance' as id, 'week from ' || day || ', distance' as label, km as value, 'km' as unit, runs as sample,
    null as note
from line
union all
select 'week-of-' || day || '.load', 'week from ' || day || ', load', case when runs = 0 then 0 else load end, 'load', runs,
    case
        when runs > 0 and load is null then 'no run has a load'
        when runs_without_load > 0 then runs_without_load || ' runs without load are missing in it'
    end
from line;
