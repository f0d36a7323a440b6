-- The rules of the shipped engine: what follows from the facts about one step at one moment.
-- Where it differs from the documented profile:
--   retry_eligible       counts attempts and nothing else
--   ready_for_execution  a step that must not be retried is not even tried once
--   next_retry_at        the explicit wait hides the wait after a failure; given for every state
--   permanently_blocked  only a failed step without attempts left
-- p_now carries its zone while the columns do not, so every comparison follows the time zone of the session.
-- The wait after a failure is computed first and uncut: from 44 attempts on it raises 22008 for any failed step.
create or replace function rails_1_0.policy(
  p_state text,
  p_failed_at timestamp without time zone,
  p_satisfied boolean,
  p_attempts integer,
  p_retry_limit integer,
  p_retryable boolean,
  p_processed boolean,
  p_in_process boolean,
  p_backoff_seconds integer,
  p_last_attempted_at timestamp without time zone,
  p_now timestamptz
)
returns table (
  retry_eligible boolean,
  ready_for_execution boolean,
  next_retry_at timestamp without time zone,
  permanently_blocked boolean
)
language sql
stable
as $$
  select
    attempt.is_left,
    (wait.failure_ends_at is null or wait.failure_ends_at <= p_now)
      and (wait.explicit_ends_at is null or wait.explicit_ends_at <= p_now)
      and p_state in ('pending', 'error')
      and p_processed is not true
      and attempt.is_left
      and p_retryable is not false
      and p_in_process is not true
      and p_satisfied,
    coalesce(wait.explicit_ends_at, wait.failure_ends_at),
    p_state = 'error' and not attempt.is_left
  from (
    select coalesce(p_attempts, 0) < coalesce(p_retry_limit, 3) as is_left
  ) attempt
  cross join lateral (
    select
      p_last_attempted_at + p_backoff_seconds * interval '1 second' as explicit_ends_at,
      case when p_failed_at is not null then
        p_failed_at
          + least(power(2, coalesce(p_attempts, 1)) * interval '1 second', interval '30 seconds')
      end as failure_ends_at
  ) wait
$$;
