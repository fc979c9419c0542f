-- Which outdoor runs have no weather yet, or one that the archive can now make final?
select run_date, run_no, started_at, ended_at, latitude, longitude
from (
    select
        *,
        strftime('%Y-%m-%dT%H:%M:%SZ', started_at, '+' || cast(coalesce(elapsed_s, moving_s, 0) as integer) || ' seconds') as ended_at
    from counted_run
    where sport not in ('treadmill', 'virtual')
      and latitude between -90 and 90
      and longitude between -180 and 180
) as run
where ended_at <= :?now
  and (
      not exists (select 1 from weather_log where weather_log.run_date = run.run_date and weather_log.run_no = run.run_no)
      or ended_at < :?archived
      and exists (
          select 1
          from weather_log
          where weather_log.run_date = run.run_date and weather_log.run_no = run.run_no and weather_log.provisional = 1
      )
  )
order by started_at
