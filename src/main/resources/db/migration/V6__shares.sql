-- 持证人专页: what a holder lets others see, and who looked.

-- Of one certificate's holder; the browser has the token, we its digest.
create table holder_session (
  token_digest bytea       primary key check (octet_length(token_digest) = 32),
  code         char(16)    not null,
  -- moved on by use, never beyond ends_at
  expires_at   timestamptz not null,
  ends_at      timestamptz not null check (expires_at <= ends_at)
);

create index holder_session_expires on holder_session (expires_at);

-- Failed attempts to sign in as a holder: a bucket for each limit and way, full again at full_at.
create table holder_attempt (
  -- SHA-256 of limit, way and certificate or browser
  subject bytea       primary key check (octet_length(subject) = 32),
  full_at timestamptz not null
);

create index holder_attempt_full on holder_attempt (full_at);

create table share (
  id           bigint generated always as identity primary key,
  code         char(16)    not null,
  -- of the share code 共享码, which is nowhere in the clear
  share_digest bytea       not null unique check (octet_length(share_digest) = 32),
  -- the share code for its holder, readable only with the nodes' own secret
  sealed_code  bytea       not null,
  -- 加注编号: printed on the stamped copy, opens nothing
  number       char(8)     not null unique check (number ~ '^[0-9A-HJKMNP-TV-Z]{8}$'),
  -- of the form it was made with: sent twice, it makes one share
  form_id      char(32)    not null check (form_id ~ '^[0-9a-f]{32}$'),
  purpose      text        not null check (purpose <> ''),
  recipient    text        check (recipient <> ''),
  allows_file  boolean     not null,
  created_at   timestamptz not null,
  expires_at   timestamptz not null check (expires_at > created_at),
  revoked_at   timestamptz,
  -- when its first stamped copy was made
  stamped_at   timestamptz,
  unique (code, form_id)
);

create index share_certificate on share (code, created_at desc);

-- One row for all openings in the same minute by the same visitor with the same answer, so that
-- whoever opens a link a million times writes little.
create table share_opening (
  share        bigint      not null references share (id),
  minute       timestamptz not null,
  what         text        not null check (what in ('PAGE', 'FILE')),
  -- null for a visitor who is not signed in
  organisation bigint      references organisation (id),
  verdict      text        not null,
  times        bigint      not null default 1 check (times >= 1),
  unique nulls not distinct (share, minute, what, organisation, verdict)
);
