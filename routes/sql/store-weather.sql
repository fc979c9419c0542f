-- Writes the hours of all runs of one answer; what is already so stays untouched, and what the archive does not know keeps the forecast's value.
insert into weather_log (
    run_date, run_no, hour_utc, temperature_c, dew_point_c, humidity_pct, apparent_c, wind_speed_ms, wind_gust_ms,
    wind_direction_deg, precipitation_mm, cloud_cover_pct, provisional, created_at, updated_at
)
select
    hour.value ->> 'run_date',
    hour.value ->> 'run_no',
    hour.value ->> 'hour_utc',
    hour.value ->> 'temperature_c',
    hour.value ->> 'dew_point_c',
    hour.value ->> 'humidity_pct',
    hour.value ->> 'apparent_c',
    hour.value ->> 'wind_speed_ms',
    hour.value ->> 'wind_gust_ms',
    hour.value ->> 'wind_direction_deg',
    hour.value ->> 'precipitation_mm',
    hour.value ->> 'cloud_cover_pct',
    hour.value ->> 'provisional',
    :?now,
    :?now
from json_each(:?hours) as hour
where exists (
    select 1
    from main_log
    where main_log.run_date = hour.value ->> 'run_date' and main_log.run_no = hour.value ->> 'run_no'
)
on conflict (run_date, run_no, hour_utc) do update set
    temperature_c = coalesce(excluded.temperature_c, temperature_c),
    dew_point_c = coalesce(excluded.dew_point_c, dew_point_c),
    humidity_pct = coalesce(excluded.humidity_pct, humidity_pct),
    apparent_c = coalesce(excluded.apparent_c, apparent_c),
    wind_speed_ms = coalesce(excluded.wind_speed_ms, wind_speed_ms),
    wind_gust_ms = coalesce(excluded.wind_gust_ms, wind_gust_ms),
    wind_direction_deg = coalesce(excluded.wind_direction_deg, wind_direction_deg),
    precipitation_mm = coalesce(excluded.precipitation_mm, precipitation_mm),
    cloud_cover_pct = coalesce(excluded.cloud_cover_pct, cloud_cover_pct),
    provisional = excluded.provisional,
    updated_at = excluded.updated_at
where provisional = 1
  and (
      excluded.provisional = 0
      or coalesce(excluded.temperature_c, temperature_c) is not temperature_c
      or coalesce(excluded.dew_point_c, dew_point_c) is not dew_point_c
      or coalesce(excluded.humidity_pct, humidity_pct) is not humidity_pct
      or coalesce(excluded.apparent_c, apparent_c) is not apparent_c
      or coalesce(excluded.wind_speed_ms, wind_speed_ms) is not wind_speed_ms
      or coalesce(excluded.wind_gust_ms, wind_gust_ms) is not wind_gust_ms
      or coalesce(excluded.wind_direction_deg, wind_direction_deg) is not wind_direction_deg
      or coalesce(excluded.precipitation_mm, precipitation_mm) is not precipitation_mm
      or coalesce(excluded.cloud_cover_pct, cloud_cover_pct) is not cloud_cover_pct
  )
