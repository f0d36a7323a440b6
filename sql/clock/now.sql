-- The clock of a session: the setting workbench.now when it is set, else the real transaction start.
-- With sim_clock first on the search path every unqualified now() asks this function, so simulated time
-- reaches bodies that know nothing of it. An empty setting is the same as none; rolling back a
-- transaction puts the setting back as well.
create schema if not exists sim_clock;
comment on schema sim_clock is 'Virtual time: first on the search path, it replaces now()';

-- Promise: never null, the same value throughout a statement; an unreadable setting raises 22007.
create or replace function sim_clock.now()
returns timestamptz
language sql
stable
parallel safe
as $$
  select coalesce(
    nullif(pg_catalog.current_setting('workbench.now', true), '')::timestamptz,
    pg_catalog.now()
  )
$$;
