-- The role may use the table, row-level security binds the owner too, and the owner (system
-- work: whose folder is whose, back-up, erasure) gets a policy of its own.
GRANT SELECT, INSERT, UPDATE, DELETE ON public.watched_folders TO formline_app;
--> statement-breakpoint
ALTER TABLE public.watched_folders FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
DO $$
BEGIN
  EXECUTE format(
    'CREATE POLICY system_work ON public.watched_folders FOR ALL TO %I USING (true) WITH CHECK (true)',
    current_user
  );
END $$;
