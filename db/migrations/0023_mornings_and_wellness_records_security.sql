GRANT SELECT, INSERT, UPDATE, DELETE ON public.wellness_records TO formline_app;
--> statement-breakpoint
ALTER TABLE public.wellness_records FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
DO $$
BEGIN
  EXECUTE format(
    'CREATE POLICY system_work ON public.wellness_records FOR ALL TO %I USING (true) WITH CHECK (true)',
    current_user
  );
END $$;
--> statement-breakpoint
-- Until now only the winners were kept: each becomes the record of the source that it came from.
INSERT INTO public.wellness_records (athlete_id, day, source, fields, received_at)
SELECT d.athlete_id, d.day, owned.source,
  jsonb_object_agg(
    CASE owned.field
      WHEN 'sleepStartAt' THEN 'sleepStartEpochS'
      WHEN 'sleepEndAt' THEN 'sleepEndEpochS'
      ELSE owned.field
    END,
    CASE owned.field
      WHEN 'sleepStartAt' THEN to_jsonb(round(extract(epoch FROM d.sleep_start_at)))
      WHEN 'sleepEndAt' THEN to_jsonb(round(extract(epoch FROM d.sleep_end_at)))
      ELSE to_jsonb(d) -> lower(regexp_replace(owned.field, '([A-Z])', '_\1', 'g'))
    END
  ),
  d.updated_at
FROM public.wellness_days d
CROSS JOIN LATERAL jsonb_each_text(d.sources) AS owned (field, source)
WHERE coalesce(
  jsonb_typeof(to_jsonb(d) -> lower(regexp_replace(owned.field, '([A-Z])', '_\1', 'g'))), 'null'
) <> 'null'
GROUP BY d.athlete_id, d.day, owned.source, d.updated_at;
