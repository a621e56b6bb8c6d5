GRANT SELECT, INSERT, UPDATE, DELETE ON public.weekly_readiness TO formline_app;
--> statement-breakpoint
ALTER TABLE public.weekly_readiness FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
DO $$
BEGIN
  EXECUTE format(
    'CREATE POLICY system_work ON public.weekly_readiness FOR ALL TO %I USING (true) WITH CHECK (true)',
    current_user
  );
END $$;
