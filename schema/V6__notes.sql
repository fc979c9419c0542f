-- What the runner typed into log notes: the files, their entries, and what they say about runs and shoes for good.
-- (Races, blocks, injuries, illnesses, thresholds and free notes stand in annotation; to_date 9999-12-31 there means that it lasts.)

create table note_file (
    note_file_id integer primary key,
    taken_as     text not null unique,
    file_name    text not null,
    sha256       text not null,
    taken_at     text not null,
    month        text not null,                    -- local, 2026-11: which page of the outbox tells of it
    delivered_at text,                             -- null: the page must be written (again)
    updated_at   text not null
) strict;

create index note_file_month on note_file (month, taken_at);
create index note_file_undelivered on note_file (month) where delivered_at is null;

create table note_entry (
    note_entry_id integer primary key,
    note_file_id  integer not null references note_file (note_file_id) on delete cascade,
    line          integer not null,                -- of the file, counted from 1
    said          text,                            -- the entry in one way of writing: the same words mean the same runs; null: unreadable
    state         text not null check (state in ('applied', 'known', 'waiting', 'refused')),
    about         text,                            -- 'run of 2026-11-20, 18:30 (10.0 km)'
    message       text not null,                   -- what was applied, or what is wrong and what would be right
    noted_run_id  integer references noted_run (noted_run_id) on delete set null,
    other_run_id  integer references noted_run (noted_run_id) on delete set null, -- the second one of two runs to merge or keep apart
    created_at    text not null,
    updated_at    text not null
) strict;

create index note_entry_file on note_entry (note_file_id);
create index note_entry_said on note_entry (said);
create index note_entry_run on note_entry (noted_run_id);

-- A run the runner has spoken of, and what they said. Found again by its source records, never by its number.
create table noted_run (
    noted_run_id integer primary key,
    started_at   text,                             -- as last known; null: the run has not come yet
    awaited      text,                             -- the day or minute the runner gave for a run that had not come
    deleted      integer not null default 0 check (deleted in (0, 1)),
    effort       real check (effort between 1 and 10),
    feel         integer check (feel between 1 and 5),
    comment      text,
    is_race      integer check (is_race in (0, 1)),
    shoe_id      integer references shoe (shoe_id),
    said_at      text not null,                    -- when two of them turn out to be one run, the later word counts
    created_at   text not null,
    updated_at   text not null,
    check (started_at is not null or awaited is not null)
) strict;

create index noted_run_started_at on noted_run (started_at);
create index noted_run_awaited on noted_run (awaited) where started_at is null;
create index noted_run_shoe on noted_run (shoe_id);

-- The first of them that its source still has is the run.
create table noted_run_record (
    noted_run_id integer not null references noted_run (noted_run_id) on delete cascade,
    rank         integer not null,
    source       text not null,
    external_id  text not null,
    primary key (noted_run_id, rank),
    unique (source, external_id, noted_run_id)
) strict;

-- Two runs that are one, or that are two whatever the sources say.
create table noted_pair (
    first_run_id  integer not null references noted_run (noted_run_id) on delete cascade,
    second_run_id integer not null references noted_run (noted_run_id) on delete cascade,
    decision      text not null check (decision in ('merge', 'apart')),
    created_at    text not null,
    updated_at    text not null,
    primary key (first_run_id, second_run_id),
    check (first_run_id < second_run_id)
) strict;

create index noted_pair_second on noted_pair (second_run_id);

-- What the runner said of a shoe: no source overwrites it.
create table shoe_note (
    shoe_id    integer not null references shoe (shoe_id) on delete cascade,
    field      text not null,                      -- the column of shoe
    created_at text not null,
    updated_at text not null,
    primary key (shoe_id, field)
) strict;
