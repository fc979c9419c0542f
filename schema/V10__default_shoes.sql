-- Which shoe is worn when nobody names one: from its day on until the next row of the sport. The day after the runner said so, by the
-- runner's own clock.
create table default_shoe (
    sport      text not null,
    from_day   text not null check (from_day is date(from_day)),
    shoe_id    integer not null references shoe (shoe_id) on delete cascade,
    created_at text not null,
    updated_at text not null,
    primary key (sport, from_day)
) strict;

insert or replace into default_shoe (sport, from_day, shoe_id, created_at, updated_at)
select sport.name, date(said.created_at, '+1 day'), shoe.shoe_id, said.created_at, said.updated_at
from shoe
join shoe_note as said on said.shoe_id = shoe.shoe_id and said.field = 'default_for'
join (select 'road' as name union all select 'trail' union all select 'track' union all select 'treadmill' union all select 'virtual') as sport
    on ', ' || shoe.default_for || ',' like '%, ' || sport.name || ',%'
order by said.created_at, shoe.shoe_id;
