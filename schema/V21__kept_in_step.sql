-- When what is known was last asked for again: details are read again daily for two weeks, and the whole list once a week.

-- Read again and found as it was.
create table source_check (
    source      text not null,
    external_id text not null,
    checked_at  text not null,
    primary key (source, external_id)
) strict;

alter table sync_state add column compared_at text;       -- the whole list was compared with the log
