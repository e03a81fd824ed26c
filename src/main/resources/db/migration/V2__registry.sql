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
  predecessor            bigint   references certificate (id),
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

  -- a result has one certificate of each edition
  unique (document_number, document_kind, title_code, committee, acquired_on, edition),
  check ((edition = 1) = (predecessor is null)),
  check ((predecessor is null) = (correction_actor is null)),
  check ((predecessor is null) = (correction_reason is null)),
  check ((predecessor is null) = (correction_ground is null))
);

create unique index certificate_predecessor on certificate (predecessor)
  where predecessor is not null;

-- What happened to a certificate. Its state is derived from these rows and stored nowhere.
create table certificate_event (
  -- there is one: its entry in the ledger is of a certificate that exists
  certificate  bigint      not null,
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

  -- the file that was released: its SHA-256, and where in which pack it lies
  document_digest    bytea   check (octet_length(document_digest) = 32),
  document_pack      text    check (document_pack <> ''),
  document_position  bigint  check (document_position >= 0),
  document_size      integer check (document_size > 0),

  primary key (certificate, version),
  -- no event without its entry in the public ledger
  foreign key (certificate, version) references ledger_entry (certificate, version),
  check ((kind = 'ISSUED') = (version = 1)),
  check ((kind = 'ISSUED') = (document_digest is not null)),
  check ((document_digest is null) = (document_pack is null)),
  check ((document_digest is null) = (document_position is null)),
  check ((document_digest is null) = (document_size is null))
);

-- Whether a file is one that was released is asked by its digest.
create index certificate_event_document on certificate_event (document_digest)
  where document_digest is not null;

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

create function keep_counting() returns trigger language plpgsql as $$
begin
  if new.last <= old.last then
    raise exception '% goes up only, from % not to %', tg_table_name, old.last, new.last
      using errcode = 'restrict_violation';
  end if;
  return new;
end $$;

create trigger never_changed before update or delete on certificate
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
-- yet cannot be issued. And an entry says the same as its event.
create function require_published() returns trigger language plpgsql
  set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
begin
  if exists (
      select from happened h
        left join ledger_entry e on e.certificate = h.certificate and e.version = h.version
       where e.kind is distinct from h.kind) then
    raise exception 'the ledger has another entry for an event'
      using errcode = 'restrict_violation';
  end if;
  if exists (
      select from happened h
        join ledger_entry e on e.certificate = h.certificate and e.version = h.version
       where h.version = 1
         and (e.leaf_index is null
           or e.leaf_index >= coalesce((select max(size) from ledger_checkpoint), 0))) then
    raise exception 'a certificate is issued once its entry is in the published ledger'
      using errcode = 'restrict_violation';
  end if;
  return null;
end $$;

create trigger published_first after insert on certificate_event
  referencing new table as happened
  for each statement execute function require_published();

-- By what the ledger knows a certificate; the line feed is \012.
create function ledger_subject(salt bytea, credential bytea) returns bytea
  language sql immutable strict
  return sha256('zhixin-ledger-subject/v1\012'::bytea || salt || credential);

-- An entry is of a certificate that exists and is told of it truly: what was entered in the public
-- ledger can never be taken back.
create function require_true_entries() returns trigger language plpgsql
  set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
declare
  fault text;
begin
  select case
      when a.leaf_index is not null or a.entered_at is not null
        then 'an entry waits before it gets its place in the ledger'
      when c.id is null
        then 'an entry of the ledger is of a certificate that exists'
      when a.issuer <> c.issuer or a.subject <> ledger_subject(c.ledger_salt, c.credential)
        then 'an entry of certificate ' || c.number || ' has its issuer and its subject'
      else 'certificate ' || c.number || ' is superseded by its own correction only'
    end
    into fault
    from added a left join certificate c on c.id = a.certificate
   where a.leaf_index is not null or a.entered_at is not null
      or c.id is null
      or a.issuer <> c.issuer
      or a.subject <> ledger_subject(c.ledger_salt, c.credential)
      or (a.successor is not null and not exists (
            select from certificate s
             where s.predecessor = a.certificate
               and ledger_subject(s.ledger_salt, s.credential) = a.successor))
   limit 1;
  if found then
    raise exception '%', fault using errcode = 'restrict_violation';
  end if;
  return null;
end $$;

create trigger true_only after insert on ledger_entry
  referencing new table as added
  for each statement execute function require_true_entries();
