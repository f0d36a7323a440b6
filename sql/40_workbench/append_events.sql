-- Appends events to the log. Called in the transaction that makes the changes they tell of, so that neither
-- exists without the other. A repeated number violates events_pkey: the log is never written over.
-- p_events: a JSON array of {run, seq, at, name, payload}.
create or replace function workbench.append_events(p_events json)
returns void
language plpgsql
as $$
begin
  insert into workbench.events (run_id, seq, at, name, payload)
  select e.run, e.seq, e.at, e.name, e.payload
  from json_to_recordset(p_events) as e(run bigint, seq integer, at timestamp, name text, payload json);
end;
$$;
