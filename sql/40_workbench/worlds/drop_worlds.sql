-- Removes every world, or those that are named.
create or replace function workbench.drop_worlds(p_schemas text[] default null)
returns void
language plpgsql
as $$
declare
  v_schema text;
begin
  for v_schema in
    select n.nspname
    from pg_namespace n
    where n.nspname like 'world\_%' and (p_schemas is null or n.nspname = any (p_schemas))
  loop
    execute format('drop schema %I cascade', v_schema);
  end loop;
end;
$$;
