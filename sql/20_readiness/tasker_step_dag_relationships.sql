-- Parents, children and shortest distance from a root of every step.
-- Each column is looked up from the step row outward, so a filter by step or task reaches the index and the
-- rest of the database is never read; a column that is not selected is not computed. Depth is found by
-- walking up from each step: cheap for one step or a small task, quadratic when it is asked for all steps of
-- a very large one.
create or replace view public.tasker_step_dag_relationships as
select
  s.workflow_step_id,
  s.task_id,
  s.named_step_id,
  coalesce(parents.ids, '[]'::jsonb) as parent_step_ids,
  coalesce(children.ids, '[]'::jsonb) as child_step_ids,
  coalesce(parents.total, 0) as parent_count,
  coalesce(children.total, 0) as child_count,
  coalesce(parents.total, 0) = 0 as is_root_step,
  coalesce(children.total, 0) = 0 as is_leaf_step,
  workbench.step_depth(s.workflow_step_id) as min_depth_from_root
from public.tasker_workflow_steps s
left join lateral (
  select jsonb_agg(e.from_step_id order by e.from_step_id) as ids, count(*) as total
  from public.tasker_workflow_step_edges e
  where e.to_step_id = s.workflow_step_id
) parents on true
left join lateral (
  select jsonb_agg(e.to_step_id order by e.to_step_id) as ids, count(*) as total
  from public.tasker_workflow_step_edges e
  where e.from_step_id = s.workflow_step_id
) children on true;
comment on view public.tasker_step_dag_relationships is 'Neighbours and shortest depth of each step';
