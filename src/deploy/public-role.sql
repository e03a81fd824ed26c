-- The login of public nodes: reads what answers stand on, keeps what visitors leave, and can change
-- no certificate, no event and no entry of the ledger. Run by the owner of the schema, after the
-- first start of an office and again after each update, which may bring tables. Then give the role
-- its password: \password zhixin_public
do $$
begin
  if not exists (select from pg_roles where rolname = 'zhixin_public') then
    create role zhixin_public login;
  end if;
  execute format('grant connect on database %I to zhixin_public', current_database());
end
$$;

grant usage on schema public to zhixin_public;
revoke all on all tables in schema public from zhixin_public;

-- what answers, look-ups and the ledger's pages stand on
grant select on
  flyway_schema_history, certificate, certificate_event, ledger_entry, ledger_checkpoint,
  organisation, api_key
  to zhixin_public;

-- the day on which a key was last used
grant update (last_used_on) on api_key to zhixin_public;
-- locks the row while a list is taken, for which PostgreSQL asks this; an "always" identity can
-- be set to nothing of one's choice with it
grant update (id) on organisation to zhixin_public;

-- sessions of employers and holders
grant select, insert, update, delete on employer_session, holder_session, holder_attempt
  to zhixin_public;
-- lists of many codes, deleted when they are old
grant select, insert, update, delete on bulk_job, bulk_chunk, bulk_row to zhixin_public;
-- who asked is never changed
grant select, insert on inquiry to zhixin_public;
-- what holders lend
grant select, insert, update on share, share_opening to zhixin_public;
