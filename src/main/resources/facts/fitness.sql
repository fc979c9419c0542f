-- Fitness, fatigue and form on the last day known up to a day. The three are shown with one decimal, and subtract as shown.
with latest as (
    select * from v_fitness where day = (select max(day) from v_fitness where day <= :to)
),
lacking as (
    select count(*) as days
    from v_fitness
    where incomplete = 1 and day between date(:to, '-41 days') and :to
),
known as (
    select
        latest.*,
        rtrim(
            case when day < :to then 'on ' || day || '; ' else '' end
            || case when warming_up = 1 then 'warming up: fewer than 42 days of log; ' else '' end
            || case when lacking.days > 0 then 'incomplete: runs without load on ' || lacking.days || ' of the last 42 days; ' else '' end,
            '; ') as condition
    from latest, lacking
    -- Zero that comes of nothing but missing loads is not known.
    where not (fitness = 0 and lacking.days > 0)
),
shown as (
    select fitness, fatigue, round(fitness, 1) - round(fatigue, 1) as form, nullif(condition, '') as condition from known
    union all
    select null, null, null, 'no run has a load yet' where not exists (select 1 from known)
)
select 'fitness' as id, 'fitness (42-day smoothed load)' as label, fitness as value, 'points' as unit, null as sample,
    condition as note
from shown
union all
select 'fatigue', 'fatigue (7-day smoothed load)', fatigue, 'points', null, condition from shown
union all
select 'form', 'form (fitness minus fatigue, on the morning after)', form, 'points', null, condition from shown;
