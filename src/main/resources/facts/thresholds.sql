-- The runner's thresholds on a day, and where each is from.
with latest as (
    select * from threshold as one
    where valid_from = (select max(valid_from) from threshold where quantity = one.quantity and valid_from <= :to)
)
select
    quantity as id,
    case quantity
        when 'max_hr_bpm' then 'maximum heart rate'
        when 'resting_hr_bpm' then 'resting heart rate'
        when 'lthr_bpm' then 'heart rate at the lactate threshold (LTHR)'
        else 'threshold pace'
    end as label,
    value,
    case quantity when 'threshold_pace_s_per_km' then 's/km' else 'bpm' end as unit,
    null as sample,
    method as note
from latest
order by quantity;
