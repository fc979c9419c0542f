-- Questions, summaries, and what the memory remembers of both.

create table question (
    question_id  integer primary key,
    taken_as     text not null unique,
    file_name    text not null,
    sha256       text not null,
    text         text not null,
    asked_at     text not null,
    state        text not null check (state in ('queued', 'provisional', 'answered', 'failed')),
    answer       text,                             -- the whole Markdown file
    evidence     text,                             -- JSON, the file beside it
    answer_path  text not null unique,             -- relative to the outbox
    delivered_at text,                             -- null: the file must be written (again)
    attempts     integer not null default 0,
    last_error   text,
    answered_at  text,
    updated_at   text not null
) strict;

create index question_state on question (state, asked_at);

create table summary (
    kind          text not null check (kind in ('week', 'month')),
    period        text not null,
    version       integer not null,
    input_hash    text not null,                   -- of the facts as printed
    words         text,                            -- the coach's own part of the text; null: not there
    words_hash    text,                            -- of what the words were made from: unless it changes they stay
    text          text not null,                   -- the whole Markdown file
    evidence      text,                            -- JSON, the file beside it
    words_pending integer not null check (words_pending in (0, 1)),
    incomplete    integer not null default 0 check (incomplete in (0, 1)),
    path          text not null,
    attempts      integer not null default 0,
    last_error    text,
    delivered_at  text,
    created_at    text not null,
    updated_at    text not null,
    primary key (kind, period)
) strict;

create table conversation (
    conversation_id integer primary key,
    kind            text not null check (kind in ('question', 'week', 'month')),
    reference       text not null,                 -- question_id, or the summary's period
    held_at         text not null,
    question        text,
    short_answer    text not null,
    embedding       blob,                          -- little-endian floats; null: not made yet
    embedding_model text,
    indexed_at      text,                          -- null: the vector store does not have it yet
    unique (kind, reference)
) strict;

create index conversation_held_at on conversation (held_at);
