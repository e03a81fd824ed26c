-- 发证: a batch is what one roster (or one correction) asks for. It is complete in the database
-- before its first certificate is made, so that a start after a crash can finish it without the file.

create table batch (
  id          bigint generated always as identity primary key,
  template    text        not null,
  issued_on   date        not null,
  actor       text        not null,
  created_at  timestamptz not null,
  -- set when what was not issued yet shall not be issued any more
  voided_at   timestamptz,
  voided_by   text,
  void_reason text,
  check ((voided_at is null) = (voided_by is null)),
  check ((voided_at is null) = (void_reason is null))
);

-- What one worker takes at a time. The row is locked while it is worked on and the lock goes with
-- the worker's connection: a killed worker's chunk is free at once.
create table batch_chunk (
  batch_id  bigint  not null references batch,
  chunk     integer not null,
  done      boolean not null default false,
  -- why the last try did not come to its end, and when: what failed longest ago is tried first
  failure   text,
  failed_at timestamptz,
  primary key (batch_id, chunk)
);

create index batch_chunk_open on batch_chunk (batch_id, chunk) where not done;

create table batch_row (
  batch_id    bigint  not null,
  chunk       integer not null,
  sheet_row   integer not null,
  -- what is to be issued; personal data, emptied when the row is done: the registry has it then
  result      jsonb,
  -- set for a correction: the certificate it corrects, with who asked and why
  corrects    char(16),
  reason      text,
  ground      text,
  -- ISSUED, ALREADY_ISSUED, CONFLICTING, VOID; null until the row is done
  outcome     text check (outcome in ('ISSUED', 'ALREADY_ISSUED', 'CONFLICTING', 'VOID')),
  code        char(16),
  primary key (batch_id, sheet_row),
  check ((outcome is null) = (result is not null)),
  check ((outcome is null or outcome = 'VOID') = (code is null))
)
-- room to finish a row where it stands
with (fillfactor = 80);

create index batch_row_chunk on batch_row (batch_id, chunk);
