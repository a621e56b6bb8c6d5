-- As 0002_row_security.sql, for the tables of curves and best efforts.
DO $$
DECLARE
  owned text;
BEGIN
  FOREACH owned IN ARRAY ARRAY['activity_curves', 'best_efforts']
  LOOP
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON public.%I TO formline_app', owned);
    EXECUTE format('ALTER TABLE public.%I FORCE ROW LEVEL SECURITY', owned);
    EXECUTE format(
      'CREATE POLICY system_work ON public.%I FOR ALL TO %I USING (true) WITH CHECK (true)',
      owned, current_user
    );
  END LOOP;
END $$;
