-- The runs from one day to another that may only be shown: for the eyes of the runner, never for a prompt or a memory.
select run_date, run_no, name, distance_m / 1000.0 as km, moving_s, pace_s_per_km
from main_log
where counted = 0 and coalesce(uncounted_because, 'Strava API') = 'Strava API' and run_date between :from and :to
order by run_date, run_no;
