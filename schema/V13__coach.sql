-- Summaries that know what they printed, so that only what matters is said again, and what the coach advised.

alter table summary add column digest text;        -- JSON: the runs and numbers as printed; null: written by an older version
alter table summary add column restated text;      -- what has changed since the version before; null: nothing

alter table question add column picture text;      -- SVG, the file beside the answer; null: none
alter table summary add column picture text;

-- What was advised, from which findings, and what the runner then did. A row a piece of advice and period.
create table advice_given (
    kind         text not null check (kind in ('week', 'month')),
    period       text not null,                    -- the summary it stood in
    advice_id    text not null,
    text         text not null,
    low          real,                             -- in the unit; null: no lower end
    high         real,
    unit         text,
    reasons      text not null,                    -- ids of findings (JSON)
    holds_from   text not null,                    -- the first day it speaks of
    holds_to     text not null,
    given_at     text not null,
    outcome      real,                             -- what was done, in the unit; null: not known (yet)
    kept         integer check (kept in (0, 1)),   -- null: not known (yet), or nothing that can be counted
    primary key (kind, period, advice_id)
) strict;
