-- How the load was spread over the seven days up to a day, how fast fitness rose, and the largest jump of a single run.
with day as (
    select * from v_fitness
    where day = (select max(day) from v_fitness where day <= :to and so_far = 0) and day >= date(:to, '-1 day')
),
spike as (
    select run_date, spike_ratio
    from counted_run
    where run_date between :from and :to and spike_ratio is not null
    order by spike_ratio desc
    limit 1
)
select 'monotony' as id, 'monotony of the 7 days (mean load over its spread; above 2: every day looked alike)' as label,
    monotony as value, 'ratio' as unit, null as sample,
    case
        when monotony is not null then case when day < :to then 'up to ' || day end
        else coalesce(missing, 'all days alike, or fewer than 7 days of log')
    end as note
from day
union all
select 'ramp', 'change of fitness in 7 days', ramp, 'points', null,
    case
        when ramp is null then coalesce(missing, 'fewer than 8 days of log')
        when warming_up = 1 then 'warming up: fewer than 42 days of log'
    end
from day
union all
select 'spike', 'largest single run, over the longest of the 30 days before it', spike_ratio, 'ratio', null, 'on ' || run_date
from spike;
