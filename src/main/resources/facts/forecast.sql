-- The latest forecast of the goal race that was stored up to a day, unless it is older than a fortnight.
with latest as (
    select * from goal_ledger
    where goal_time_s is not null and known_until <= :to and known_until > date(:to, '-14 days')
    order by week desc
    limit 1
)
select 'forecast' as id, 'forecast of the goal race on a good day' as label, forecast_s as value, 's' as unit, null as sample,
    coalesce(missing, 'said in week ' || week) as note
from latest
union all
select 'forecast-low', 'forecast, fast end of the 80 % interval', low_s, 's', null, null from latest where forecast_s is not null
union all
select 'forecast-high', 'forecast, slow end of the 80 % interval', high_s, 's', null, null from latest where forecast_s is not null
union all
select 'goal-probability', 'probability of the goal time on a good day', 100 * goal_probability, '%', null, null
from latest where goal_probability is not null;
