-- Distance and runs of each of the twelve months up to a day, newest first, back to the first run; nothing of what is not known.
with recursive month (first_day, number) as (
    select date(:to, 'start of month'), 1
    union all
    select date(first_day, '-1 month'), number + 1 from month where number < 12
),
line as (
    select
        substr(month.first_day, 1, 7) as name,
        month.number,
        coalesce(sum(run.distance_m), 0) / 1000.0 as km,
        count(run.run_date) as runs,
        :known >= min(date(month.first_day, '+1 month', '-1 day'), :to) as known
    from month
    left join counted_run as run
        on run.run_date >= month.first_day and run.run_date < date(month.first_day, '+1 month') and run.run_date <= :to
    where date(month.first_day, '+1 month') > (select min(run_date) from counted_run)
    group by month.first_day
)
select 'month-' || name || '.distance' as id, 'month ' || name || ', distance' as label, case when runs > 0 or known then km end as value,
    'km' as unit, case when runs > 0 or known then runs end as sample,
    case
        when :known is null then 'nobody has said until when the log is known'
        when not known then 'the log is known up to ' || :known
        when number = 1 then 'not over yet'
    end as note
from line
order by number;
