-- What an average week of the four weeks from one day to another was; not known unless all four are.
with total as (
    select
        count(*) / 4.0 as runs,
        coalesce(sum(distance_m), 0) / 4000.0 as km,
        coalesce(sum(moving_s), 0) / 4.0 as moving_s,
        coalesce(sum(load), 0) / 4.0 as load,
        max(load_missing) as load_missing,
        case
            when (select min(run_date) from counted_run) is null or (select min(run_date) from counted_run) > :from
                then 'the log is not that old'
            when :known is null then 'nobody has said until when the log is known'
            when :to > :known then 'the log is known up to ' || :known
        end as unknown
    from counted_run
    where run_date between :from and :to
)
select 'runs' as id, 'runs' as label, case when unknown is null then runs end as value, 'mean' as unit, null as sample, unknown as note
from total
union all
select 'distance', 'distance', case when unknown is null then km end, 'km', null, unknown from total
union all
select 'time', 'running time', case when unknown is null then moving_s end, 's', null, unknown from total
union all
select 'load', 'training load', case when unknown is null and load_missing is null then load end, 'load', null,
    coalesce(unknown, 'a run has no load: ' || load_missing)
from total;
