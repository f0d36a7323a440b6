-- The rules of the documented profile: what follows from the facts about one step at one moment. Every
-- function of the profile asks here, so the conditions exist once.
--   retry_eligible       attempts are left, and a step that must not be retried has not been tried yet
--   ready_for_execution  the executor may start it now
--   next_retry_at        when the later of its two waits ends; null when no wait or no attempt is left
--   permanently_blocked  it is open, yet no passing of time can make it ready
-- Parameters are passed raw: null attempts count as 0, a null limit as 3, null flags as harmless.
-- p_satisfied comes last in the test because callers may pass an expensive expression.
create or replace function workbench.documented_policy(
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
  p_now timestamp without time zone
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
    eligible.yes,
    attempt.possible
      and p_in_process is not true
      and (wait.ends_at is null or wait.ends_at <= p_now)
      and p_satisfied,
    case when attempt.possible then wait.ends_at end,
    p_state in ('pending', 'error') and not attempt.possible
  from (
    select coalesce(p_attempts, 0) < coalesce(p_retry_limit, 3)
      and (coalesce(p_attempts, 0) = 0 or p_retryable is not false) as yes
  ) eligible
  cross join lateral (
    select p_state in ('pending', 'error') and p_processed is not true and eligible.yes as possible
  ) attempt
  cross join lateral (
    -- Both waits count, so the later one decides; greatest() ignores the one that is absent.
    -- The exponent is cut before it is used: 2^5 already exceeds the cap of 30 seconds.
    select greatest(
      p_last_attempted_at + p_backoff_seconds * interval '1 second',
      p_failed_at + least(power(2, least(coalesce(p_attempts, 1), 5)), 30) * interval '1 second'
    ) as ends_at
  ) wait
$$;
