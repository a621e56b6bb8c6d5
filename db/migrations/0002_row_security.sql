-- Every table that an athlete owns: the role may use it, row-level security binds the owner
-- too, and the owner (system work: dispatch, sign-in, back-up) gets a policy of its own.
DO $$
DECLARE
  owned text;
BEGIN
  FOR owned IN
    SELECT c.relname
    FROM pg_class c
    JOIN pg_namespace n ON n.oid = c.relnamespace
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'athlete_id' AND NOT a.attisdropped
    WHERE n.nspname = 'public' AND c.relkind = 'r'
    ORDER BY c.relname
  LOOP
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON public.%I TO formline_app', owned);
    EXECUTE format('ALTER TABLE public.%I FORCE ROW LEVEL SECURITY', owned);
    EXECUTE format(
      'CREATE POLICY system_work ON public.%I FOR ALL TO %I USING (true) WITH CHECK (true)',
      owned, current_user
    );
  END LOOP;
END $$;
--> statement-breakpoint
GRANT SELECT, UPDATE ON athletes TO formline_app;
--> statement-breakpoint
ALTER TABLE athletes FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
DO $$
BEGIN
  EXECUTE format(
    'CREATE POLICY system_work ON athletes FOR ALL TO %I USING (true) WITH CHECK (true)',
    current_user
  );
END $$;
--> statement-breakpoint
-- The outbox: athlete code may add an event, only about itself, and read none.
GRANT INSERT ON job_events TO formline_app;
--> statement-breakpoint
ALTER TABLE job_events ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY own_events_only ON job_events FOR INSERT TO formline_app
  WITH CHECK (data ->> 'athleteId' = nullif(current_setting('app.athlete_id', true), ''));
