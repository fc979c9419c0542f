-- Fitness, fatigue and form on the last day known up to a day, if it is that day or the one before.
with latest as (
    select * from v_fitness
    where day = (select max(day) from v_fitness where day <= :to) and day >= date(:to, '-1 day')
),
shown as (
    select
        fitness,
        fatigue,
        form,
        rtrim(
            case when day < :to then 'on ' || day || '; ' else '' end
            || case when so_far = 1 then 'the day is not over; ' else '' end
            || case when warming_up = 1 then 'warming up: fewer than 42 days of log; ' else '' end
            || coalesce(missing, ''),
            '; ') as condition
    from latest
    union all
    select null, null, null,
        case
            when not exists (select 1 from v_fitness) then 'no run has a load yet'
            else 'the log is known up to ' || (select max(day) from v_fitness)
        end
    where not exists (select 1 from latest)
)
select 'fitness' as id, 'fitness (42-day smoothed load)' as label, fitness as value, 'points' as unit, null as sample,
    nullif(condition, '') as note
from shown
union all
select 'fatigue', 'fatigue (7-day smoothed load)', fatigue, 'points', null, nullif(condition, '') from shown
union all
select 'form', 'form (fitness minus fatigue, on waking)', form, 'points', null, nullif(condition, '') from shown;
