-- Writes a task that was copied from elsewhere into the world the session is in, with the ids, states and times it had there.
-- p_copy: {template: as of create_tasks, task: columns, steps: [columns with name], edges: [[parent, child]],
--   task_transitions: [columns], step_transitions: [columns with step]}; times in UTC without a zone.
-- Names are found or made; new ids of the world go on above those that were copied.
-- Promise: one statement, all or nothing. A copy whose ids are in the world already is refused by their keys.
create or replace function workbench.adopt_task(p_copy jsonb)
returns void
language plpgsql
as $$
declare
  v_template jsonb := p_copy -> 'template';
  v_requests jsonb := jsonb_build_array(jsonb_build_object('at', p_copy -> 'task' ->> 'created_at'));
  v_named_task_id integer := workbench.find_or_create_named_task(v_template, v_requests);
  v_task_id bigint := (p_copy -> 'task' ->> 'task_id')::bigint;
  v_at timestamp := (p_copy -> 'task' ->> 'created_at')::timestamp;
begin
  perform workbench.find_or_create_named_steps(v_template, v_named_task_id, v_at);

  insert into tasker_tasks (task_id, named_task_id, complete, requested_at, initiator, source_system, reason, bypass_steps,
                            tags, context, identity_hash, created_at, updated_at)
  select v_task_id, v_named_task_id, t.complete, t.requested_at, t.initiator, t.source_system, t.reason, '[]'::json,
         '[]'::jsonb, t.context, gen_random_uuid()::text, v_at, v_at
  from jsonb_to_record(p_copy -> 'task')
    as t(complete boolean, requested_at timestamp, initiator text, source_system text, reason text, context jsonb);

  insert into tasker_task_transitions (to_state, from_state, metadata, sort_key, most_recent, task_id, created_at, updated_at)
  select t.to_state, t.from_state, coalesce(t.metadata, '{}'), t.sort_key, t.most_recent, v_task_id, t.at, t.at
  from jsonb_to_recordset(p_copy -> 'task_transitions')
    as t(to_state text, from_state text, metadata jsonb, sort_key integer, most_recent boolean, at timestamp)
  order by t.sort_key;

  -- steps ---------------------------------------------------------------------------------------------------------
  insert into tasker_workflow_steps (workflow_step_id, task_id, named_step_id, retryable, retry_limit, in_process, processed,
                                     processed_at, attempts, last_attempted_at, backoff_request_seconds, inputs, results,
                                     created_at, updated_at, skippable)
  select s.workflow_step_id, v_task_id, n.named_step_id, s.retryable, s.retry_limit, s.in_process, s.processed,
         s.processed_at, s.attempts, s.last_attempted_at, s.backoff_request_seconds, null, s.results,
         s.created_at, s.created_at, false
  from jsonb_to_recordset(p_copy -> 'steps')
    as s(workflow_step_id bigint, name text, retryable boolean, retry_limit integer, in_process boolean, processed boolean,
         processed_at timestamp, attempts integer, last_attempted_at timestamp, backoff_request_seconds integer,
         results jsonb, created_at timestamp)
  join tasker_named_steps n on n.name = s.name
  join tasker_named_tasks_named_steps j on j.named_step_id = n.named_step_id and j.named_task_id = v_named_task_id
  order by s.workflow_step_id;

  insert into tasker_workflow_step_edges (from_step_id, to_step_id, name, created_at, updated_at)
  select (e.value ->> 0)::bigint, (e.value ->> 1)::bigint, 'provides', v_at, v_at
  from jsonb_array_elements(p_copy -> 'edges') with ordinality as e(value, ordinality)
  order by e.ordinality;

  insert into tasker_workflow_step_transitions (to_state, from_state, metadata, sort_key, most_recent, workflow_step_id,
                                                created_at, updated_at)
  select t.to_state, t.from_state, coalesce(t.metadata, '{}'), t.sort_key, t.most_recent, t.step, t.at, t.at
  from jsonb_to_recordset(p_copy -> 'step_transitions')
    as t(step bigint, to_state text, from_state text, metadata jsonb, sort_key integer, most_recent boolean, at timestamp)
  order by t.at, t.step, t.sort_key;
end;
$$;
