-- The view of the shipped engine: the same rows, but steps more than 50 edges below every root have no depth.
create or replace view rails_1_0.tasker_step_dag_relationships as
select
  d.workflow_step_id,
  d.task_id,
  d.named_step_id,
  d.parent_step_ids,
  d.child_step_ids,
  d.parent_count,
  d.child_count,
  d.is_root_step,
  d.is_leaf_step,
  workbench.step_depth(d.workflow_step_id, 50) as min_depth_from_root
from public.tasker_step_dag_relationships d;
comment on view rails_1_0.tasker_step_dag_relationships is
  'Neighbours and shortest depth of each step, depth cut at 50';
