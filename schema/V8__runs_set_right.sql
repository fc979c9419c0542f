-- What was left out of recordings, which runs do not count and why, and what the runner says of runs and files about that.

alter table main_log add column flaw text;              -- what was left out of the recording or set right: sentences; null: nothing
alter table main_log add column is_run integer check (is_run in (0, 1)); -- what the runner says; null: nothing
alter table main_log add column uncounted_because text; -- why counted is 0: 'Strava API', or a sentence; null: it counts

alter table noted_run add column is_run integer check (is_run in (0, 1));

-- Files of which the runner said whether they are runs, by their name without folders. It holds for files that come later too.
create table noted_file (
    file_name  text primary key collate nocase,
    is_run     integer not null check (is_run in (0, 1)),
    created_at text not null,
    updated_at text not null
) strict;

-- What a skipped file is kept under in source_record, so that a note can still make a run of it; null: it is not kept.
alter table imported_file add column kept_as text;
