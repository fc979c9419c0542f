-- When what is known was last asked for again: details are read again daily for two weeks, and the whole list once a week.

alter table source_activity add column checked_at text;   -- read again and found as it was; null: not since read_at
alter table sync_state add column compared_at text;       -- the whole list was compared with the log
