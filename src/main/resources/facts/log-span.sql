-- How much the log holds up to a day.
with span as (
    select count(*) as runs, min(run_date) as first_day, max(run_date) as last_day from counted_run where run_date <= :to
)
select 'span' as id, 'runs in the log' as label, runs as value, '' as unit, null as sample,
    case when runs > 0 then 'from ' || first_day || ' to ' || last_day else 'the log is empty' end as note
from span
union all
select 'days-since', 'days since the last run', case when :to <= :known then julianday(:to) - julianday(last_day) end, '', null,
    case
        when last_day is null then 'there is no run'
        when :known is null then 'nobody has said until when the log is known'
        when :to > :known then 'the log is known up to ' || :known
    end
from span;
