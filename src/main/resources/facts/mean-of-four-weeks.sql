-- What an average week of the four weeks from one day to another was.
with total as (
    select
        count(*) / 4.0 as runs,
        coalesce(sum(distance_m), 0) / 4000.0 as km,
        coalesce(sum(moving_s), 0) / 4.0 as moving_s,
        coalesce(sum(load), 0) / 4.0 as load,
        count(*) - count(load) as runs_without_load,
        (select min(run_date) from counted_run) <= :from as known
    from counted_run
    where run_date between :from and :to
)
select 'runs' as id, 'runs' as label, case when known then runs end as value, 'mean' as unit, null as sample,
    case when known then null else 'the log is not that old' end as note
from total
union all
select 'distance', 'distance', case when known then km end, 'km', null,
    case when known then null else 'the log is not that old' end
from total
union all
select 'time', 'running time', case when known then moving_s end, 's', null,
    case when known then null else 'the log is not that old' end
from total
union all
select 'load', 'training load', case when known and runs_without_load = 0 then load end, 'load', null,
    case
        when not known or known is null then 'the log is not that old'
        when runs_without_load > 0 then runs_without_load || ' runs have no load'
    end
from total;
