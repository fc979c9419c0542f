-- How warm it was during the runs from one day to another.
with hour as (
    select weather_log.temperature_c, weather_log.run_date, weather_log.run_no
    from weather_log
    join counted_run using (run_date, run_no)
    where run_date between :from and :to and weather_log.temperature_c is not null
),
span as (
    select min(temperature_c) as lowest, max(temperature_c) as highest, count(distinct run_date || '#' || run_no) as runs
    from hour
)
select 'coldest' as id, 'coldest hour run in' as label, lowest as value, '°C' as unit, runs as sample,
    case when lowest is null then 'no weather is known' end as note
from span
union all
select 'warmest', 'warmest hour run in', highest, '°C', runs, case when highest is null then 'no weather is known' end from span;
