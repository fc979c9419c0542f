-- Which outdoor runs have no weather yet, or one that the archive can now make final?
-- The candidates are kept ready, so that thirty years of runs with final weather cost nothing.
with candidate as (
    select run_date, run_no from run_without_weather
    union
    select run_date, run_no from weather_log where provisional = 1
)
select run_date, run_no, started_at, ended_at, latitude, longitude
from (
    select
        run_date,
        run_no,
        started_at,
        strftime('%Y-%m-%dT%H:%M:%SZ', started_at, '+' || cast(coalesce(elapsed_s, moving_s, 0) as integer) || ' seconds') as ended_at,
        latitude,
        longitude,
        (
            select max(provisional)
            from weather_log
            where weather_log.run_date = counted_run.run_date and weather_log.run_no = counted_run.run_no
        ) as provisional
    from candidate
    -- "cross" keeps the order: first the few candidates, then their runs.
    cross join counted_run using (run_date, run_no)
    where sport not in ('treadmill', 'virtual')
      and latitude between -90 and 90
      and longitude between -180 and 180
) as run
where ended_at <= :?now
  and (provisional is null or provisional = 1 and ended_at < :?archived)
order by started_at
