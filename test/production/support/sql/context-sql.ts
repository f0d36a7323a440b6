/**
 * Execution contexts, levels and the view of a production database, written from their description. Levels have no guard
 * against cycles and the view walks all tasks, as those that were shipped do.
 */

const COLUMNS = `
  task_id bigint, named_task_id integer, status text, total_steps bigint, pending_steps bigint,
  in_progress_steps bigint, completed_steps bigint, failed_steps bigint, ready_steps bigint,
  execution_status text, recommended_action text, completion_percentage numeric, health_status text`;

/** What the counts of a task mean; the first line that fits counts. */
const VERDICT = `
  select n.task_id, n.named_task_id,
    COALESCE((select tt.to_state from public.tasker_task_transitions tt
      where tt.task_id = n.task_id and tt.most_recent = true), 'pending')::text,
    n.total, n.pending, n.running, n.completed, n.failed, n.ready,
    case when n.ready > 0 then 'has_ready_steps' when n.running > 0 then 'processing'
      when n.blocked > 0 then 'blocked_by_failures'
      when n.completed = n.total and n.total > 0 then 'all_complete'
      else 'waiting_for_dependencies' end,
    case when n.ready > 0 then 'execute_ready_steps' when n.running > 0 then 'wait_for_completion'
      when n.blocked > 0 then 'handle_failures'
      when n.completed = n.total and n.total > 0 then 'finalize_task'
      else 'wait_for_dependencies' end,
    case when n.total = 0 then 0.0 else round(n.completed::numeric / n.total * 100, 2) end,
    case when n.failed = 0 then 'healthy' when n.ready > 0 then 'recovering'
      when n.blocked > 0 then 'blocked' else 'recovering' end`;

const COUNTS = `
      count(r.workflow_step_id) as total,
      count(*) filter (where r.current_state = 'pending') as pending,
      count(*) filter (where r.current_state = 'in_progress') as running,
      count(*) filter (where r.current_state in ('complete', 'resolved_manually')) as completed,
      count(*) filter (where r.current_state = 'error') as failed,
      count(*) filter (where r.ready_for_execution) as ready,
      count(*) filter (where r.current_state = 'error' and r.attempts >= r.retry_limit) as blocked`;

/** Both context functions; they ask the readiness functions. */
export const CONTEXTS = `
create or replace function public.get_task_execution_context(input_task_id bigint)
returns table (${COLUMNS}) language sql stable as $$
${VERDICT}
  from (
    select t.task_id, t.named_task_id, ${COUNTS}
    from public.tasker_tasks t
    left join public.get_step_readiness_status(input_task_id) r on true
    where t.task_id = input_task_id
    group by t.task_id
  ) n
$$;
create or replace function public.get_task_execution_contexts_batch(input_task_ids bigint[])
returns table (${COLUMNS}) language sql stable as $$
${VERDICT}
  from (
    select t.task_id, t.named_task_id, ${COUNTS}
    from unnest(input_task_ids) with ordinality asked (id, place)
    join public.tasker_tasks t on t.task_id = asked.id
    left join public.get_step_readiness_status_batch(input_task_ids) r on r.task_id = t.task_id
    group by asked.place, t.task_id
  ) n
  order by n.task_id
$$;`;

export const LEVELS = `
create or replace function public.calculate_dependency_levels(input_task_id bigint)
returns table (workflow_step_id bigint, dependency_level integer) language sql stable as $$
  with recursive walk as (
    select ws.workflow_step_id as id, 0 as level from public.tasker_workflow_steps ws
    where ws.task_id = input_task_id and not exists (
      select from public.tasker_workflow_step_edges e where e.to_step_id = ws.workflow_step_id)
    union all
    select e.to_step_id, w.level + 1 from walk w
    join public.tasker_workflow_step_edges e on e.from_step_id = w.id
    join public.tasker_workflow_steps ws on ws.workflow_step_id = e.to_step_id and ws.task_id = input_task_id
  )
  select w.id, max(w.level) from walk w group by w.id order by 2, 1
$$;`;

export const DAG_VIEW = `
create or replace view public.tasker_step_dag_relationships as
with recursive depth as (
  select ws.workflow_step_id as id, 0 as depth from public.tasker_workflow_steps ws
  where not exists (select from public.tasker_workflow_step_edges e where e.to_step_id = ws.workflow_step_id)
  union all
  select e.to_step_id, d.depth + 1 from depth d
  join public.tasker_workflow_step_edges e on e.from_step_id = d.id
  where d.depth < 50
), parents as (
  select e.to_step_id as id, jsonb_agg(e.from_step_id order by e.from_step_id) as ids, count(*) as total
  from public.tasker_workflow_step_edges e group by 1
), children as (
  select e.from_step_id as id, jsonb_agg(e.to_step_id order by e.to_step_id) as ids, count(*) as total
  from public.tasker_workflow_step_edges e group by 1
)
select
  ws.workflow_step_id, ws.task_id, ws.named_step_id,
  COALESCE(p.ids, '[]'::jsonb) as parent_step_ids,
  COALESCE(c.ids, '[]'::jsonb) as child_step_ids,
  COALESCE(p.total, 0) as parent_count,
  COALESCE(c.total, 0) as child_count,
  COALESCE(p.total, 0) = 0 as is_root_step,
  COALESCE(c.total, 0) = 0 as is_leaf_step,
  d.depth as min_depth_from_root
from public.tasker_workflow_steps ws
left join parents p on p.id = ws.workflow_step_id
left join children c on c.id = ws.workflow_step_id
left join (select id, min(depth) as depth from depth group by id) d on d.id = ws.workflow_step_id;`;
