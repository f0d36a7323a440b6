-- The rest of the published indexes of edges.
create index if not exists index_tasker_workflow_step_edges_on_from_step_id
  on public.tasker_workflow_step_edges (from_step_id);
create index if not exists index_step_edges_from_step_for_children
  on public.tasker_workflow_step_edges (from_step_id);
create index if not exists index_step_edges_parent_lookup
  on public.tasker_workflow_step_edges (from_step_id);

create index if not exists index_tasker_workflow_step_edges_on_to_step_id
  on public.tasker_workflow_step_edges (to_step_id);
create index if not exists index_step_edges_child_lookup
  on public.tasker_workflow_step_edges (to_step_id);
create index if not exists index_step_edges_to_step_for_parents
  on public.tasker_workflow_step_edges (to_step_id);

create index if not exists index_step_edges_from_to_composite
  on public.tasker_workflow_step_edges (from_step_id, to_step_id);

create index if not exists idx_workflow_step_edges_dependency_lookup
  on public.tasker_workflow_step_edges (to_step_id, from_step_id);
create index if not exists index_step_edges_dependency_pair
  on public.tasker_workflow_step_edges (to_step_id, from_step_id);
create index if not exists index_step_edges_to_from_composite
  on public.tasker_workflow_step_edges (to_step_id, from_step_id);
create index if not exists index_workflow_step_edges_dependency_lookup
  on public.tasker_workflow_step_edges (to_step_id, from_step_id);
