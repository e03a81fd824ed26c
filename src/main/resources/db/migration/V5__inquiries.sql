-- 批量查验: a list of certificates that an organisation asks about, and the record of who asked.

-- Removed with its rows a few days after it was asked; its inquiries stay.
create table bulk_job (
  id           char(26)    primary key check (id ~ '^[0-9a-hjkmnp-tv-z]{26}$'),
  organisation bigint      not null references organisation (id),
  api_key      char(8)     not null references api_key (id),
  purpose      text        not null check (purpose <> ''),
  asked_at     timestamptz not null,
  row_count    integer     not null check (row_count between 1 and 10000),
  -- set with the last chunk, or when the rest shall not be answered any more
  ended_at     timestamptz,
  interruption text        check (interruption in ('KEY_REVOKED', 'TOO_OLD')),
  -- of a list of files: where it was sent to, whose QR symbols are ours
  site         text,
  check (interruption is null or ended_at is not null)
);

create index bulk_job_asked on bulk_job (asked_at);

-- What one worker answers at a time. The row is locked meanwhile and the lock goes with the
-- worker's connection: a killed worker's chunk is free at once, and nothing of it is half done.
create table bulk_chunk (
  job   char(26) not null references bulk_job (id) on delete cascade,
  chunk integer  not null,
  done  boolean  not null default false,
  primary key (job, chunk)
);

create index bulk_chunk_open on bulk_chunk (job, chunk) where not done;

create table bulk_row (
  job           char(26) not null,
  -- as the spreadsheet shows it
  list_row      integer  not null,
  chunk         integer  not null,
  -- of a list of files: shown and never a path; SHA-256; the bytes, emptied when it is answered
  file_name     text,
  file_digest   char(64),
  file          bytea,
  finding       text     check (finding in ('AS_ISSUED', 'ALTERED', 'COPY', 'NOT_REGISTERED',
    'UNCONFIRMED', 'ELSEWHERE', 'SEVERAL', 'NO_CERTIFICATE', 'RECEIPT', 'RECEIPT_ALTERED',
    'RECEIPT_FOREIGN', 'UNREADABLE')),
  detail        text,
  -- what cannot be read as a code is repeated to its sender
  typed         text,
  code          char(16),
  fault         text     check (fault in ('MALFORMED', 'MISTYPED', 'NO_CODE')),
  duplicate_of  integer,
  -- what is to be compared; personal data, emptied when the row is answered
  holder_name   text,
  identity_end  text,
  verdict       text,
  as_of         timestamptz,
  -- what the certificate's page shows to whoever has the code
  facts         jsonb,
  name_match     text check (name_match in ('MATCHES', 'DIFFERS', 'NOT_COMPARED')),
  identity_match text check (identity_match in ('MATCHES', 'DIFFERS', 'NOT_COMPARED')),
  primary key (job, list_row),
  foreign key (job, chunk) references bulk_chunk (job, chunk) on delete cascade,
  check (file_name is not null or (code is null) = (fault is not null)),
  check ((file_name is null) = (file_digest is null)),
  check (finding is null or (file_name is not null and file is null)),
  -- no file but the one that was issued is ever valid
  check (verdict is distinct from 'VALID' or file_name is null or finding = 'AS_ISSUED'),
  check (verdict is null or (holder_name is null and identity_end is null))
);

create index bulk_row_chunk on bulk_row (job, chunk);

-- Who asked about a certificate, when and what for: for its holder. Never in the public ledger.
create table inquiry (
  id             bigint generated always as identity primary key,
  code           char(16)    not null,
  organisation   bigint      not null references organisation (id),
  api_key        char(8)     not null references api_key (id),
  purpose        text        not null,
  asked_at       timestamptz not null,
  verdict        text        not null,
  as_of          timestamptz not null,
  name_match     text,
  identity_match text
);

create index inquiry_certificate on inquiry (code, asked_at desc);

create trigger never_changed before update or delete on inquiry
  for each row execute function refuse_change();
create trigger never_emptied before truncate on inquiry
  for each statement execute function refuse_change();
