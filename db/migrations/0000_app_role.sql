-- The role that athlete code runs as: it owns nothing, bypasses nothing and cannot sign in.
-- Roles belong to the whole server, so another database may have made it already.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'formline_app') THEN
    CREATE ROLE formline_app NOLOGIN;
  END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN
  NULL;
END $$;
--> statement-breakpoint
DO $$
BEGIN
  IF NOT pg_has_role(current_user, 'formline_app', 'MEMBER') THEN
    EXECUTE format('GRANT formline_app TO %I', current_user);
  END IF;
END $$;
--> statement-breakpoint
GRANT USAGE ON SCHEMA public TO formline_app;
