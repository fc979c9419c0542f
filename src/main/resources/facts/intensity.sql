-- How the running time from one day to another was spread over three heart-rate zones, and which kinds of run it was made of.
with total as (
    select
        sum(z1_s) as z1_s,
        sum(z2_s) as z2_s,
        sum(z3_s) as z3_s,
        sum(z1_s + z2_s + z3_s) as zones_s,
        count(z1_s) as runs,
        count(*) - count(z1_s) as runs_without
    from counted_run
    where run_date between :from and :to
),
shown as (
    select
        *,
        case
            when runs + runs_without = 0 and (:known is null or :to > :known)
                then coalesce('the log is known up to ' || :known, 'nobody has said until when the log is known')
            when coalesce(zones_s, 0) = 0 then 'no run has zones: they need heart rate and LTHR or its maximum'
            when runs_without > 0 then runs_without || ' runs have no zones'
        end as condition
    from total
)
select 'easy-time' as id, 'running time below LT1 (easy)' as label, 100.0 * z1_s / zones_s as value, '%' as unit, runs as sample,
    condition as note
from shown
union all
select 'moderate-time', 'running time between LT1 and LT2', 100.0 * z2_s / zones_s, '%', runs, condition from shown
union all
select 'hard-time', 'running time above LT2 (hard)', 100.0 * z3_s / zones_s, '%', runs, condition from shown;
