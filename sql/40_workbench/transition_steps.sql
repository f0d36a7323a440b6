-- Moves steps to new states, set-wise: the old transition row loses most_recent, the new one is written, the step's
-- columns change as the state machine reference (section 4) says. The only writer of step transitions.
-- A change whose current state is not among its sources, or whose guard fails (→ in_progress needs every parent
-- complete or resolved), is refused: no row, no column changes, applied = false. A repeat is therefore harmless.
-- p_changes: [{step, to, sources, at, results, error, wait, retryable}], every step at most once;
--   results    json: replaces the results (→ complete, → resolved_manually), JSON null too; absent keeps them
--   error      json object merged into the results (→ error)
--   wait       integer: explicit wait in seconds to store; -1 clears it; absent keeps what is there
--   retryable  boolean: set only when given (a permanent error, documented profile)
-- Returns one row a change, in their order, with the step as it is afterwards.
-- Locks: the transition row, then the step row.
-- Every statement looks rows up by key from arrays: a plan made while the tables were empty is then still good when they
-- are full, for one change as for a thousand. Joins of the arrays among themselves would be quadratic: there are none.
create or replace function workbench.transition_steps(p_changes jsonb)
returns table (workflow_step_id bigint, applied boolean, from_state text, attempts integer, retry_limit integer,
               last_attempted_at timestamp, processed_at timestamp, results jsonb)
language plpgsql
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off
as $$
#variable_conflict use_column
declare
  v record;
begin
  -- what is asked, what is there, and what is legal ---------------------------------------------------------------
  select array_agg(j.step) as steps, array_agg(j.to) as tos, array_agg(j.at) as ats, array_agg(j.results) as results,
         array_agg(j.error) as errors, array_agg(j.wait) as waits, array_agg(j.retryable) as retryables,
         array_agg(j.from_state) as froms, array_agg(j.sort_key) as keys, array_agg(j.legal) as legal
  into v
  from (
    select c.step, c.to, c.at, c.error, c.wait, c.retryable,
           -- A JSON null reads as SQL null: what matters is whether the key is there.
           case when c.results is null and c.to in ('complete', 'resolved_manually') and p_changes -> (c.position - 1)::integer ? 'results' then 'null'::jsonb
                else c.results end as results,
           coalesce(t.to_state, 'pending')::text as from_state, coalesce(t.sort_key, 0) + 10 as sort_key,
           coalesce(t.to_state, 'pending') = any (c.sources) and (c.to <> 'in_progress' or not exists (
             select from tasker_workflow_step_edges e
             where e.to_step_id = c.step
               and coalesce((
                 select p.to_state in ('complete', 'resolved_manually')
                 from tasker_workflow_step_transitions p
                 where p.workflow_step_id = e.from_step_id and p.most_recent
               ), false) is false
           )) as legal
    from rows from (jsonb_to_recordset(p_changes) as (
           step bigint, "to" text, sources text[], at timestamp, results jsonb, error jsonb, wait integer, retryable boolean
         )) with ordinality as c(step, "to", sources, at, results, error, wait, retryable, position)
    left join tasker_workflow_step_transitions t on t.workflow_step_id = c.step and t.most_recent
    order by c.position
  ) j;

  -- transitions: the old row first, the unique index allows one most recent row ------------------------------------
  update tasker_workflow_step_transitions t
  set most_recent = false, updated_at = m.at
  from unnest(v.steps, v.ats, v.legal) as m(step, at, legal)
  where m.legal and t.workflow_step_id = m.step and t.most_recent;

  insert into tasker_workflow_step_transitions
    (to_state, from_state, metadata, sort_key, most_recent, workflow_step_id, created_at, updated_at)
  select m.to, m.from_state, '{}'::jsonb, m.sort_key, true, m.step, m.at, m.at
  from unnest(v.steps, v.tos, v.froms, v.keys, v.ats, v.legal) as m(step, "to", from_state, sort_key, at, legal)
  where m.legal;

  -- columns of the step --------------------------------------------------------------------------------------------
  update tasker_workflow_steps s
  set attempts = case when m.to in ('complete', 'error') then coalesce(s.attempts, 0) + 1 else s.attempts end,
      in_process = case when m.to in ('complete', 'error') then false else s.in_process end,
      processed = case m.to when 'complete' then true when 'error' then false else s.processed end,
      processed_at = case when m.to = 'complete' then m.at else s.processed_at end,
      last_attempted_at = case when m.to in ('complete', 'error') then m.at else s.last_attempted_at end,
      results = case when m.to = 'error' and m.error is not null
                     then case jsonb_typeof(s.results) when 'object' then s.results else '{}'::jsonb end || m.error
                     else coalesce(m.results, s.results) end,
      backoff_request_seconds = case when m.wait is null then s.backoff_request_seconds
                                     when m.wait < 0 then null
                                     else m.wait end,
      retryable = coalesce(m.retryable, s.retryable),
      updated_at = m.at
  from unnest(v.steps, v.tos, v.ats, v.results, v.errors, v.waits, v.retryables, v.legal)
    as m(step, "to", at, results, error, wait, retryable, legal)
  where m.legal and m.to in ('complete', 'error', 'resolved_manually') and s.workflow_step_id = m.step;

  return query
  select a.step, a.legal, a.from_state, coalesce(s.attempts, 0), coalesce(s.retry_limit, 3),
         s.last_attempted_at, s.processed_at, s.results
  from unnest(v.steps, v.legal, v.froms) with ordinality as a(step, legal, from_state, position)
  join tasker_workflow_steps s on s.workflow_step_id = a.step
  order by a.position;
end;
$$;
