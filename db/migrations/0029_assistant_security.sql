-- The role may use the tables, row-level security binds the owner too, and the owner (system
-- work: batches, budgets, clean-up, erasure) gets a policy of its own.
DO $$
DECLARE
  owned text;
BEGIN
  FOREACH owned IN ARRAY ARRAY['ai_settings', 'model_calls', 'sent_facts']
  LOOP
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON public.%I TO formline_app', owned);
    EXECUTE format('ALTER TABLE public.%I FORCE ROW LEVEL SECURITY', owned);
    EXECUTE format(
      'CREATE POLICY system_work ON public.%I FOR ALL TO %I USING (true) WITH CHECK (true)',
      owned, current_user
    );
  END LOOP;
END $$;
