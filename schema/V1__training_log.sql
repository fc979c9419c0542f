-- The training log: one row per run, its kilometres, its hours of weather, the shoes.
--
-- Everywhere: metres, seconds, °C, m/s, as the column names say; instants are UTC (YYYY-MM-DDTHH:MM:SSZ), dates are the
-- runner's own; missing is NULL and never 0. created_at and updated_at move only when something else in the row does.

create table shoe (
    shoe_id        integer primary key,
    name           text not null,
    brand          text,
    model          text,
    carbon_plate   integer not null default 0 check (carbon_plate in (0, 1)),
    start_km       real not null default 0,
    retire_at_km   real,                           -- null: 600, or 400 with a carbon plate (v_shoe_mileage says which)
    default_for    text,
    first_used_on  text,
    retired_on     text,
    garmin_gear_id text unique,
    strava_gear_id text unique,
    created_at     text not null,
    updated_at     text not null
) strict;

create table main_log (
    run_date           text not null check (run_date glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    run_no             integer not null,           -- by start time within the day; renumbered through negative numbers
    started_at         text not null,
    utc_offset_s       integer not null,
    timezone           text,
    sport              text not null check (sport in ('road', 'trail', 'track', 'treadmill', 'virtual')),
    name               text,
    comment            text,
    place              text,
    distance_m         real check (distance_m >= 0),
    moving_s           real check (moving_s >= 0), -- the time the timer ran, pauses excluded
    elapsed_s          real check (elapsed_s >= 0),-- from start to end
    pace_s_per_km      real generated always as (case when distance_m > 0 then moving_s * 1000.0 / distance_m end) virtual,
    avg_hr_bpm         real,
    max_hr_bpm         real,
    avg_power_w        real,
    avg_cadence_spm    real,                       -- steps a minute, both feet
    elevation_gain_m   real,
    elevation_loss_m   real,
    latitude           real,                       -- of the start
    longitude          real,
    is_race            integer not null default 0 check (is_race in (0, 1)),
    effort             real check (effort between 1 and 10),
    feel               integer check (feel between 1 and 5),
    shoe_id            integer references shoe (shoe_id),
    garmin_activity_id integer unique,
    strava_activity_id integer unique,
    counted            integer not null default 1 check (counted in (0, 1)), -- 0: shown only, in no number anywhere
    created_at         text not null,
    updated_at         text not null,
    primary key (run_date, run_no)
) strict;

create index main_log_started_at on main_log (started_at);
create index main_log_shoe on main_log (shoe_id);

create table split_log (
    run_date         text not null,
    run_no           integer not null,
    km               integer not null check (km >= 1),
    distance_m       real,
    moving_s         real,
    elapsed_s        real,
    pace_s_per_km    real generated always as (case when distance_m > 0 then moving_s * 1000.0 / distance_m end) virtual,
    avg_hr_bpm       real,
    avg_power_w      real,
    avg_cadence_spm  real,
    elevation_gain_m real,
    elevation_loss_m real,
    created_at       text not null,
    updated_at       text not null,
    primary key (run_date, run_no, km),
    foreign key (run_date, run_no) references main_log (run_date, run_no) on update cascade on delete cascade
) strict;

-- Laps that are not kilometres, as the device or its runner set them.
create table lap_log (
    run_date         text not null,
    run_no           integer not null,
    lap_no           integer not null check (lap_no >= 1),
    intensity        text,
    distance_m       real,
    moving_s         real,
    elapsed_s        real,
    avg_hr_bpm       real,
    avg_power_w      real,
    avg_cadence_spm  real,
    elevation_gain_m real,
    elevation_loss_m real,
    created_at       text not null,
    updated_at       text not null,
    primary key (run_date, run_no, lap_no),
    foreign key (run_date, run_no) references main_log (run_date, run_no) on update cascade on delete cascade
) strict;

-- Every full hour from the one the run starts in to the one it ends in.
create table weather_log (
    run_date           text not null,
    run_no             integer not null,
    hour_utc           text not null,
    temperature_c      real,
    dew_point_c        real,
    humidity_pct       real,
    apparent_c         real,
    wind_speed_ms      real,
    wind_gust_ms       real,
    wind_direction_deg real,
    precipitation_mm   real,
    cloud_cover_pct    real,
    provisional        integer not null check (provisional in (0, 1)),
    created_at         text not null,
    updated_at         text not null,
    primary key (run_date, run_no, hour_utc),
    foreign key (run_date, run_no) references main_log (run_date, run_no) on update cascade on delete cascade
) strict;

-- The few hours that are not final yet.
create index weather_log_provisional on weather_log (run_date, run_no) where provisional = 1;

-- The runs without any weather, kept by the triggers below so that nobody has to look for them in thirty years of runs.
create table run_without_weather (
    run_date text not null,
    run_no   integer not null,
    primary key (run_date, run_no),
    foreign key (run_date, run_no) references main_log (run_date, run_no) on update cascade on delete cascade
) strict;

create trigger run_came after insert on main_log begin
    insert into run_without_weather (run_date, run_no) values (new.run_date, new.run_no);
end;

create trigger weather_came after insert on weather_log begin
    delete from run_without_weather where run_date = new.run_date and run_no = new.run_no;
end;

create trigger weather_went after delete on weather_log
when exists (select 1 from main_log where run_date = old.run_date and run_no = old.run_no)
    and not exists (select 1 from weather_log where run_date = old.run_date and run_no = old.run_no)
begin
    insert into run_without_weather (run_date, run_no) values (old.run_date, old.run_no);
end;

-- Which source each value of a run with several sources came from, and what the others said (JSON: source to value).
create table field_origin (
    run_date    text not null,
    run_no      integer not null,
    field       text not null,
    source      text not null,
    others      text not null,
    created_at  text not null,
    updated_at  text not null,
    primary key (run_date, run_no, field),
    foreign key (run_date, run_no) references main_log (run_date, run_no) on update cascade on delete cascade
) strict;
