-- What rows looked like: a version whenever a step or the task of a watched run changed. Transitions are kept for ever
-- by themselves; the columns beside them are not, and a moment of the past needs both.
-- seq: the event that tells of the change, 0 for the rows as they were created. Of two versions of a row with the same
-- seq the later one counts. step_id is null for the task. sort_key: of the last transition then, 0 for none.
create table if not exists workbench.row_versions (
  version_id bigint generated always as identity primary key,
  run_id bigint not null,
  seq integer not null,
  step_id bigint,
  sort_key integer not null,
  columns jsonb not null
);

comment on table workbench.row_versions is
  'How steps and tasks of watched runs looked after each change, for going back to any event.';
