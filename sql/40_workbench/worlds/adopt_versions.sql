-- Writes down how the rows of an adopted task looked after each event of its past, as far as its transitions tell.
-- p_versions: [{seq, step (null: the task), sort_key, columns}].
create or replace function workbench.adopt_versions(p_run_id bigint, p_versions jsonb)
returns void
language sql
as $$
  insert into workbench.row_versions (run_id, seq, step_id, sort_key, columns)
  select p_run_id, v.seq, v.step, v.sort_key, v.columns
  from jsonb_to_recordset(p_versions) as v(seq integer, step bigint, sort_key integer, columns jsonb)
  order by v.seq;
$$;
