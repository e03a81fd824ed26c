-- The registry of certificates: what was registered, what happened to it, and the numbered feed of
-- all that happened. The triggers at the end keep anybody, the service included, from changing the
-- past by mistake.

-- One row for each certificate. What the catalogue said on the day of registration stands beside
-- the codes, so that an old certificate reads as it was printed when the catalogue has changed.
create table certificate (
  id                     bigint generated always as identity primary key,
  code                   text     not null unique check (code ~ '^[0-9A-HJKMNP-TV-Z]{16}$'),
  number                 text     not null unique check (number ~ '^[0-9A-Z]{4,40}$'),

  -- 1 for the first issue of a result; a correction is one more than its predecessor
  edition                integer  not null check (edition >= 1),
  predecessor            bigint   unique references certificate (id),
  correction_actor       text,
  correction_reason      text,
  correction_ground      text,

  -- the natural key of a result
  document_kind          text     not null,
  document_number        text     not null,
  title_code             text     not null,
  committee              integer  not null,
  acquired_on            date     not null,

  holder_name            text     not null,
  sex                    text     not null,
  birth_date             date,
  employer               text     not null,
  specialty              text     not null,
  method                 text     not null,
  approval_document      text,

  -- as printed
  title_name             text     not null,
  title_name_english     text     not null,
  level                  text     not null,
  series_code            text     not null,
  series_name            text     not null,
  series_name_english    text     not null,
  committee_name         text     not null,
  issuer                 integer  not null,
  issuer_name            text     not null,
  issuer_name_english    text     not null,
  issuer_division        text     not null,
  issuer_credit_code     text     not null,

  issued_on              date     not null,
  registered_at          timestamptz not null default now(),
  credential             bytea    not null,
  -- keeps its entries in the public ledger from being guessed back to it
  ledger_salt            bytea    not null check (octet_length(ledger_salt) = 16),

  -- SHA-256 of the released file; null until the certificate is issued
  document_digest        bytea    check (octet_length(document_digest) = 32),

  -- a result has one certificate of each edition
  unique (document_number, document_kind, title_code, committee, acquired_on, edition),
  check ((edition = 1) = (predecessor is null)),
  check ((predecessor is null) = (correction_actor is null)),
  check ((predecessor is null) = (correction_reason is null)),
  check ((predecessor is null) = (correction_ground is null))
);

-- Whether a file is one that was released is asked by its digest.
create index certificate_document on certificate (document_digest)
  where document_digest is not null;

-- What happened to a certificate. Its state is derived from these rows and stored nowhere.
create table certificate_event (
  certificate  bigint      not null references certificate (id),
  -- of the certificate's state after the event
  version      integer     not null check (version >= 1),
  -- in the feed of all certificates: given in the order of commits, without gaps
  position     bigint      not null unique check (position >= 1),
  kind         text        not null check (kind in
    ('ISSUED', 'SUSPENDED', 'RESUMED', 'SUPERSEDED', 'REVOKED', 'CANCELLED')),
  at           timestamptz not null,
  actor        text        not null check (actor <> ''),
  reason       text,
  ground       text,
  primary key (certificate, version),
  -- no event without its entry in the public ledger, which says the same of it
  foreign key (certificate, version, kind) references ledger_entry (certificate, version, kind),
  check ((kind = 'ISSUED') = (version = 1))
);

-- The few certificates whose state ever changed, for the snapshot that a node loads at its start.
create index certificate_event_changed on certificate_event (certificate, version)
  where version > 1;

-- The last position given. Whoever gives positions updates this row and so keeps all others out
-- until the commit: positions become visible in their order. A sequence would not do: a position
-- taken early and committed late would appear behind a reader that has passed it already.
create table feed_position (
  only_row  boolean primary key default true check (only_row),
  last      bigint  not null check (last >= 0)
);
insert into feed_position (last) values (0);

-- The last serial given for each beginning of a certificate number. Updated in the transaction
-- that registers, so that no serial is left out.
create table number_serial (
  scope  text   primary key,
  last   bigint not null check (last >= 1)
);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% on % is refused: the registry is append-only', tg_op, tg_table_name
    using errcode = 'restrict_violation';
end $$;

create function keep_certificate() returns trigger language plpgsql as $$
begin
  if old.document_digest is not null
      and new.document_digest is distinct from old.document_digest then
    raise exception 'certificate % was issued with another document', old.number
      using errcode = 'restrict_violation';
  end if;
  -- nothing else may differ
  old.document_digest := new.document_digest;
  if new is distinct from old then
    raise exception 'certificate % is registered: only its document may be added', old.number
      using errcode = 'restrict_violation';
  end if;
  return new;
end $$;

create function keep_counting() returns trigger language plpgsql as $$
begin
  if new.last <= old.last then
    raise exception '% goes up only, from % not to %', tg_table_name, old.last, new.last
      using errcode = 'restrict_violation';
  end if;
  return new;
end $$;

create trigger kept before update on certificate
  for each row execute function keep_certificate();
create trigger never_deleted before delete on certificate
  for each row execute function refuse_change();
create trigger never_emptied before truncate on certificate
  for each statement execute function refuse_change();

create trigger never_changed before update or delete on certificate_event
  for each row execute function refuse_change();
create trigger never_emptied before truncate on certificate_event
  for each statement execute function refuse_change();

create trigger goes_up before update on feed_position
  for each row execute function keep_counting();
create trigger never_deleted before delete on feed_position
  for each row execute function refuse_change();
create trigger never_emptied before truncate on feed_position
  for each statement execute function refuse_change();

create trigger goes_up before update on number_serial
  for each row execute function keep_counting();
create trigger never_deleted before delete on number_serial
  for each row execute function refuse_change();
create trigger never_emptied before truncate on number_serial
  for each statement execute function refuse_change();

-- Whoever holds a certificate can show that its issue is in the public ledger: what is not there
-- yet cannot be issued.
create function require_published() returns trigger language plpgsql as $$
begin
  if new.version = 1 and not exists (
      select from ledger_entry e
       where e.certificate = new.certificate and e.version = 1
         and e.leaf_index < (select max(size) from ledger_checkpoint)) then
    raise exception 'a certificate is issued once its entry is in the published ledger'
      using errcode = 'restrict_violation';
  end if;
  return new;
end $$;

create trigger published_first before insert on certificate_event
  for each row execute function require_published();

-- By what the ledger knows a certificate; the line feed is \012.
create function ledger_subject(salt bytea, credential bytea) returns bytea
  language sql immutable strict
  return sha256('zhixin-ledger-subject/v1\012'::bytea || salt || credential);

-- An entry is of a certificate that exists and is told of it truly: what was entered in the public
-- ledger can never be taken back.
create function require_true_entry() returns trigger language plpgsql as $$
declare
  registered certificate%rowtype;
begin
  if new.leaf_index is not null or new.entered_at is not null then
    raise exception 'an entry waits before it gets its place in the ledger'
      using errcode = 'restrict_violation';
  end if;
  select * into registered from certificate where id = new.certificate;
  if not found then
    raise exception 'an entry of the ledger is of a certificate that exists'
      using errcode = 'restrict_violation';
  end if;
  if new.issuer <> registered.issuer
      or new.subject <> ledger_subject(registered.ledger_salt, registered.credential) then
    raise exception 'an entry of certificate % has its issuer and its subject', registered.number
      using errcode = 'restrict_violation';
  end if;
  if new.successor is not null and not exists (
      select from certificate c
       where c.predecessor = new.certificate
         and ledger_subject(c.ledger_salt, c.credential) = new.successor) then
    raise exception 'certificate % is superseded by its own correction only', registered.number
      using errcode = 'restrict_violation';
  end if;
  return new;
end $$;

create trigger true_only before insert on ledger_entry
  for each row execute function require_true_entry();
