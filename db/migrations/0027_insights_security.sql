GRANT SELECT, INSERT, UPDATE, DELETE ON public.insights TO formline_app;
--> statement-breakpoint
ALTER TABLE public.insights FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
DO $$
BEGIN
  EXECUTE format(
    'CREATE POLICY system_work ON public.insights FOR ALL TO %I USING (true) WITH CHECK (true)',
    current_user
  );
END $$;
