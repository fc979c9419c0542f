-- What the sources said, and how far the conversation with each of them has come.

-- The raw answers, unchanged (gzip). kind is the endpoint's answer: 'summary', 'detail', 'splits', 'stream', 'gear', 'weather'.
create table source_record (
    source      text not null,
    external_id text not null,
    kind        text not null,
    fetched_at  text not null,
    sha256      text not null,                     -- of the payload before compression
    payload     blob not null,
    run_date    text,
    run_no      integer,
    primary key (source, external_id, kind),
    foreign key (run_date, run_no) references main_log (run_date, run_no) on update cascade on delete set null
) strict;

create index source_record_run on source_record (run_date, run_no);

-- What one source says about one activity once it is mapped: the log's runs are derived from these rows alone.
create table source_activity (
    source       text not null,
    external_id  text not null,
    started_at   text not null,
    document     text not null,                    -- the activity as JSON
    listed_as    text,                             -- how the source's list showed it: when this changes it is read again
    first_seen_at text not null,
    read_at      text not null,
    withdrawn_at text,                             -- the source has deleted it
    run_date     text,
    run_no       integer,
    primary key (source, external_id),
    foreign key (run_date, run_no) references main_log (run_date, run_no) on update cascade on delete set null
) strict;

create index source_activity_started_at on source_activity (started_at);
create index source_activity_of_source on source_activity (source, started_at);
create index source_activity_gear on source_activity (json_extract(document, '$.gear.gearId'), started_at);
create index source_activity_run on source_activity (run_date, run_no);

create table sync_state (
    source                text primary key,
    backfill_before       text,                    -- everything that started at or after this instant has been read
    backfill_completed_at text,
    first_attempt_at      text,                    -- when the source was asked for the very first time
    last_attempt_at       text,
    last_success_at       text,
    last_error            text,                    -- null since the last success
    last_error_at         text,
    blocked_until         text,
    blocked_reason        text,
    action_needed         text,                    -- a sentence: what the runner must do
    action_needed_since   text,
    data_use              text,                    -- Strava: the runner's choice the log was derived under
    quota                 text,                    -- Strava: the last counters its answers carried (JSON)
    updated_at            text not null
) strict;

-- What could not be used, and why. A row per thing: the same finding twice is one row.
create table put_aside (
    put_aside_id integer primary key,
    source       text not null,
    external_id  text not null,
    field        text not null default '',
    value        text,
    reason       text not null,
    noted_at     text not null,
    resolved_at  text,
    unique (source, external_id, field)
) strict;
