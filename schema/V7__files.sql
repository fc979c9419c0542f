-- Files that were dropped, and what became of what was in them.

create table file_import (
    import_id    integer primary key,
    taken_as     text not null unique,             -- unique for ever: the same drop again after a crash is the same import
    file_name    text not null,                    -- as it was dropped
    archive      integer not null check (archive in (0, 1)),
    started_at   text not null,
    finished_at  text,                             -- null: under way, or waiting for the next start
    refusal      text,                             -- why the file as a whole could not be used, or what in it must not be
    share        real not null default 0,          -- how much has been read, 0 to 1
    read_things  integer not null default 0,       -- activities looked at, known ones too
    loaded       integer not null default 0,       -- new runs
    merged       integer not null default 0,       -- said more about a run that was there
    changed      integer not null default 0,       -- said something else than before
    known        integer not null default 0,       -- the very same bytes or row had been read before
    other_sports integer not null default 0,
    no_activity  integer not null default 0,       -- FIT files of other kinds: settings, courses, sleep
    left_alone   integer not null default 0,       -- photos, messages, other lists
    put_aside    integer not null default 0,       -- could not be used
    flawed       integer not null default 0,       -- only partly whole; loaded all the same
    remaining_s  real,                             -- the estimate, while it is under way
    report_path  text unique,                      -- in the outbox
    created_at   text not null,
    updated_at   text not null
) strict;

-- Every activity file, and every row of an export's list, that was ever read to its end. Known by its bytes, so that the same thing
-- in another wrapping, under another name or in next year's export takes no second look.
create table imported_file (
    sha256         text primary key,               -- of the bytes as they are when nothing is compressed any more
    import_id      integer not null references file_import (import_id),
    name           text not null,                  -- where it was: a label, not a path
    outcome        text not null check (outcome in ('loaded', 'merged', 'changed', 'known', 'other-sport', 'put-aside')),
    detail         text,                           -- the sport, or the reason
    reader_version integer not null,               -- what an older reader could not use is read again by a newer one
    created_at     text not null,
    updated_at     text not null
) strict;

create index imported_file_import on imported_file (import_id, outcome);
