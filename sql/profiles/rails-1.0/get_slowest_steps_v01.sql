-- Never gives a row: the shipped body selects zone-less columns where its signature promises times with a
-- zone, and so every call fails, even on an empty database. Here it fails with the same code and message.
create or replace function rails_1_0.get_slowest_steps_v01(
  since_timestamp timestamptz default null,
  limit_count integer default 10,
  namespace_filter text default null,
  task_name_filter text default null,
  version_filter text default null
)
returns table (
  workflow_step_id bigint,
  task_id bigint,
  step_name character varying,
  task_name character varying,
  namespace_name character varying,
  version character varying,
  duration_seconds numeric,
  attempts integer,
  created_at timestamptz,
  completed_at timestamptz,
  retryable boolean,
  step_status character varying
)
language plpgsql
stable
as $$
begin
  raise exception 'structure of query does not match function result type'
    using errcode = 'datatype_mismatch',
      detail = 'Returned type timestamp without time zone does not match expected type '
        'timestamp with time zone in column 9.';
end
$$;
