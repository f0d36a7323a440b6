-- Removes a run with its log and its versions of rows; the rows of its task are its world's.
create or replace function workbench.forget_run(p_run_id bigint)
returns void
language plpgsql
as $$
begin
  delete from workbench.events e where e.run_id = p_run_id;
  delete from workbench.row_versions v where v.run_id = p_run_id;
  delete from workbench.runs r where r.run_id = p_run_id;
end;
$$;
