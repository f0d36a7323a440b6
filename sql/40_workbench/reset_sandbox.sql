-- Empties the sandbox: every task, named row, run and event goes, and ids start again at 1, so that the same run gives
-- the same log byte for byte. The namespace `default` is kept. Never part of any code that reads another database.
create or replace function workbench.reset_sandbox()
returns void
language plpgsql
as $$
begin
  perform workbench.drop_worlds();
  truncate workbench.events, workbench.runs, workbench.row_versions, tasker_workflow_step_transitions, tasker_workflow_step_edges,
    tasker_workflow_steps, tasker_task_transitions, tasker_task_annotations, tasker_annotation_types, tasker_tasks,
    tasker_named_tasks_named_steps, tasker_named_steps, tasker_dependent_system_object_maps, tasker_dependent_systems,
    tasker_named_tasks restart identity;
  delete from tasker_task_namespaces where name <> 'default';
  perform setval('tasker_task_namespaces_task_namespace_id_seq', 1);
end;
$$;
