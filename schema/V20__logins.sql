-- The logins of the sites: whose they are, and how often they were renewed. The tokens themselves stand in files, never here.

create table login (
    source          text primary key,
    account         text,                          -- the site's own id of whose login it is: another account's runs are not taken in
    verified        text,                          -- a fingerprint of the refresh token that was last seen to be this account's
    refreshes       integer not null default 0,    -- access tokens granted since the first one
    refreshed_at    text,
    cool_down_s     integer,                       -- of the last 429 or 403 at the token host: the next one is twice as long
    cool_down_until text,
    updated_at      text not null
) strict;
