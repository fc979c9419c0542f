-- The races from one day to another, newest first.
with race as (
    select run_date, run_no, coalesce(name, 'unnamed') as name, distance_m, moving_s, elapsed_s
    from counted_run
    where is_race = 1 and run_date between :from and :to
    order by run_date desc, run_no desc
    limit 12
)
select 'race-' || run_date || '-' || run_no || '.distance' as id, 'race ' || name || ' on ' || run_date || ', distance' as label,
    distance_m / 1000.0 as value, 'km' as unit, null as sample, case when distance_m is null then 'not recorded' end as note
from race
union all
select 'race-' || run_date || '-' || run_no || '.time', 'race ' || name || ' on ' || run_date || ', time',
    coalesce(elapsed_s, moving_s), 's', null, case when coalesce(elapsed_s, moving_s) is null then 'not recorded' end
from race;
