-- Distance, runs and load of each of the twelve weeks that lie before a day, newest first, back to the first run.
with recursive monday (day, number) as (
    select date(:to, '-6 days', 'weekday 1', '-7 days'), 1
    union all
    select date(day, '-7 days'), number + 1 from monday where number < 12
),
line as (
    select
        monday.day,
        v_week.km,
        v_week.runs,
        v_week.load,
        v_week.load_missing,
        v_week.runs_without_load,
        case
            when v_week.known = 1 then null
            when :known is null then 'nobody has said until when the log is known'
            else 'the log is known up to ' || :known
        end as unknown
    from monday
    left join v_week on v_week.monday = monday.day
    where monday.day >= (select date(min(run_date), '-6 days') from counted_run)
)
select 'week-of-' || day || '.distance' as id, 'week from ' || day || ', distance' as label, km as value, 'km' as unit, runs as sample,
    unknown as note
from line
union all
select 'week-of-' || day || '.load', 'week from ' || day || ', load', load, 'load', runs,
    case when runs_without_load > 0 then runs_without_load || ' of ' || runs || ' runs have no load: ' || load_missing else unknown end
from line;
