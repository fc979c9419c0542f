-- The runs from one day to another, newest first, with what is known of each.
select
    run.run_date,
    run.run_no,
    run.name,
    run.sport,
    run.distance_m / 1000.0 as km,
    run.moving_s,
    run.pace_s_per_km,
    run.avg_hr_bpm,
    run.effort,
    run.feel,
    run.load,
    (select avg(weather_log.temperature_c)
     from weather_log
     where weather_log.run_date = run.run_date and weather_log.run_no = run.run_no) as temperature_c,
    shoe.name as shoe,
    run.is_race
from counted_run as run
left join shoe on shoe.shoe_id = run.shoe_id
where run.run_date between :from and :to
order by run.run_date desc, run.run_no desc
limit :most;
