-- The mileage of the shoes worn in the ninety days up to a day, as it was at its end, and how far each was from retirement.
with worn as (
    select
        shoe.shoe_id,
        shoe.name,
        count(*) as runs,
        shoe.start_km + coalesce(sum(run.distance_m), 0) / 1000.0 as km,
        coalesce(shoe.retire_at_km, case when shoe.carbon_plate = 1 then 400 else 600 end) as retire_at_km
    from shoe
    join counted_run as run on run.shoe_id = shoe.shoe_id and run.run_date <= :to
    where shoe.retired_on is null or shoe.retired_on > :to
    group by shoe.shoe_id
    having max(run.run_date) >= date(:to, '-90 days')
)
select 'shoe-' || shoe_id || '.km' as id, 'shoe ' || name || ', run so far' as label, km as value, 'km' as unit, runs as sample,
    case
        when km > retire_at_km then 'past its limit of ' || cast(retire_at_km as integer) || ' km'
        when km > retire_at_km - 60 then 'near its limit of ' || cast(retire_at_km as integer) || ' km'
    end as note
from worn
union all
select 'shoe-' || shoe_id || '.remaining', 'shoe ' || name || ', left until its limit', max(retire_at_km - km, 0), 'km', null,
    'limit ' || cast(retire_at_km as integer) || ' km'
from worn;
