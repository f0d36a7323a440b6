-- The schemas beside public. A profile is a schema on the search path: it holds the bodies that differ
-- from the documented ones in public, and hides those when it stands before public.
create schema if not exists workbench;
comment on schema workbench is 'Objects of the workbench itself; no Tasker client needs them';

create schema if not exists rails_1_0;
comment on schema rails_1_0 is 'Profile rails-1.0: the bodies in which the shipped engine differs';
