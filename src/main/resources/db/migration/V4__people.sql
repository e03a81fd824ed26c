-- Who works with the public side under a name of their own: organisations, the keys their programs
-- and clerks come with, and what a browser holds in place of a key once somebody has signed in.

create table organisation (
  id          bigint generated always as identity primary key,
  name        text        not null check (name <> ''),
  credit_code char(18)    not null unique check (credit_code ~ '^[0-9A-HJ-NP-RTUWXY]{18}$'),
  created_at  timestamptz not null
);

-- The secret itself is nowhere: it is shown once, when it is made.
create table api_key (
  id            char(8)     primary key check (id ~ '^[0-9a-hjkmnp-tv-z]{8}$'),
  organisation  bigint      not null references organisation (id),
  label         text        not null check (label <> ''),
  secret_digest bytea       not null unique check (octet_length(secret_digest) = 32),
  created_at    timestamptz not null,
  -- to the day: enough to find keys that nobody uses, too little to watch somebody work
  last_used_on  date,
  revoked_at    timestamptz
);

create index api_key_organisation on api_key (organisation);

create table employer_session (
  token_digest bytea       primary key check (octet_length(token_digest) = 32),
  api_key      char(8)     not null references api_key (id),
  expires_at   timestamptz not null
);

create index employer_session_expires on employer_session (expires_at);
