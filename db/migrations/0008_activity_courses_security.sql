GRANT SELECT, INSERT, UPDATE, DELETE ON activity_courses TO formline_app;
--> statement-breakpoint
ALTER TABLE activity_courses FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
DO $$
BEGIN
  EXECUTE format(
    'CREATE POLICY system_work ON activity_courses FOR ALL TO %I USING (true) WITH CHECK (true)',
    current_user
  );
END $$;
