-- The public ledger: what waits to be entered, what was entered, and the checkpoints published. The
-- tiles lie in files and are a pure function of the entries here.

-- One row for each event of a certificate, written in the transaction that records the event (for an
-- issue: in the one that fixes number, code and credential, since nothing is issued before it is
-- entered). Holds a salted digest of the certificate and nothing personal.
create table ledger_entry (
  -- the order in which places are given; has gaps
  id           bigint generated always as identity,
  -- which event of which certificate: an event is entered once
  certificate  bigint      not null,
  version      integer     not null check (version >= 1),

  kind         text        not null check (kind in
    ('ISSUED', 'SUSPENDED', 'RESUMED', 'SUPERSEDED', 'REVOKED', 'CANCELLED')),
  issuer       integer     not null check (issuer >= 0),
  subject      bytea       not null check (octet_length(subject) = 32),
  successor    bytea       check (octet_length(successor) = 32),

  -- given once, by the sequencer; then the entry can never change
  leaf_index   bigint      unique check (leaf_index >= 0),
  entered_at   timestamptz,

  primary key (certificate, version),
  check ((kind = 'ISSUED') = (version = 1)),
  check ((kind = 'SUPERSEDED') = (successor is not null)),
  check ((leaf_index is null) = (entered_at is null))
);

create index ledger_entry_waiting on ledger_entry (id) where leaf_index is null;

-- What happened to certificates after their issue, for the snapshot that a node loads at its start.
create index ledger_entry_changed on ledger_entry (certificate, version) where version > 1;

-- How many places were given, and the time of the last. Places are given in one transaction with
-- this row, without gaps.
create table ledger_head (
  only_row    boolean primary key default true check (only_row),
  last        bigint      not null check (last >= 0),
  entered_at  timestamptz not null
);
insert into ledger_head (last, entered_at) values (0, 'epoch');

-- Every checkpoint that was published. The largest is the ledger's present one: it is moved forward
-- by inserting a larger one, and by nothing else.
create table ledger_checkpoint (
  size          bigint      primary key check (size >= 1),
  note          text        not null,
  published_at  timestamptz not null
);

-- All entries of a statement at once, since they come by the thousand. Whatever the statistics say,
-- a few rows are looked up one by one and no table is read through.
create function keep_entries() returns trigger language plpgsql
  set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
declare
  placed bigint;
begin
  select leaf_index into placed from had where leaf_index is not null limit 1;
  if found then
    raise exception 'entry % of the ledger has its place', placed
      using errcode = 'restrict_violation';
  end if;
  -- nothing else may differ
  if exists (select certificate, version, id, kind, issuer, subject, successor from had
             except
             select certificate, version, id, kind, issuer, subject, successor from has) then
    raise exception 'an entry of the ledger may only be given its place'
      using errcode = 'restrict_violation';
  end if;
  return null;
end $$;

create function keep_ledger() returns trigger language plpgsql as $$
begin
  raise exception '% on % is refused: the ledger is append-only', tg_op, tg_table_name
    using errcode = 'restrict_violation';
end $$;

create function move_forward() returns trigger language plpgsql as $$
begin
  if exists (select from ledger_checkpoint where size >= new.size) then
    raise exception 'a checkpoint of % entries is not larger than the last', new.size
      using errcode = 'restrict_violation';
  end if;
  return new;
end $$;

create function keep_growing() returns trigger language plpgsql as $$
begin
  if new.last <= old.last or new.entered_at < old.entered_at then
    raise exception 'the ledger only grows, from % not to %', old.last, new.last
      using errcode = 'restrict_violation';
  end if;
  return new;
end $$;

create trigger kept after update on ledger_entry
  referencing old table as had new table as has
  for each statement execute function keep_entries();
create trigger never_deleted before delete on ledger_entry
  for each row execute function keep_ledger();
create trigger never_emptied before truncate on ledger_entry
  for each statement execute function keep_ledger();

create trigger forward before insert on ledger_checkpoint
  for each row execute function move_forward();
create trigger never_changed before update or delete on ledger_checkpoint
  for each row execute function keep_ledger();
create trigger never_emptied before truncate on ledger_checkpoint
  for each statement execute function keep_ledger();

create trigger grows before update on ledger_head
  for each row execute function keep_growing();
create trigger never_deleted before delete on ledger_head
  for each row execute function keep_ledger();
create trigger never_emptied before truncate on ledger_head
  for each statement execute function keep_ledger();
