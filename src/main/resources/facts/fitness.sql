-- Fitness, fatigue and form on the last day known up to a day.
with latest as (
    select
        *,
        nullif(
            case when day < :to then 'on ' || day || '; ' else '' end
            || case when warming_up = 1 then 'warming up: fewer than 42 days of log; ' else '' end
            || case when incomplete = 1 then 'incomplete: a run that day has no load; ' else '' end,
            '') as condition
    from v_fitness
    where day = (select max(day) from v_fitness where day <= :to)
),
last as (
    select fitness, fatigue, form, rtrim(condition, '; ') as condition from latest
    union all
    select null, null, null, 'no run has a load yet' where not exists (select 1 from latest)
)
select 'fitness' as id, 'fitness (42-day smoothed load)' as label, fitness as value, 'points' as unit, null as sample,
    condition as note
from last
union all
select 'fatigue', 'fatigue (7-day smoothed load)', fatigue, 'points', null, condition from last
union all
select 'form', 'form (fitness minus fatigue, on waking)', form, 'points', null, condition from last;
