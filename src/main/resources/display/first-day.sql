-- The day of the first run in the log, shown or counted: no summary is due of the time before.
select min(run_date) as day from main_log;
