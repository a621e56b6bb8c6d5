GRANT SELECT, INSERT, UPDATE, DELETE ON activity_edits TO formline_app;
--> statement-breakpoint
ALTER TABLE activity_edits FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
DO $$
BEGIN
  EXECUTE format(
    'CREATE POLICY system_work ON activity_edits FOR ALL TO %I USING (true) WITH CHECK (true)',
    current_user
  );
END $$;
--> statement-breakpoint
-- Ratings that were given before there was a journal become its first rows.
INSERT INTO activity_edits (athlete_id, activity_id, kind, value, at)
SELECT athlete_id, id, 'effort', to_jsonb(rpe), analysed_at
FROM activities
WHERE rpe IS DISTINCT FROM (device_values ->> 'rpe')::double precision;
--> statement-breakpoint
UPDATE activities
SET original = jsonb_build_object(
  'title', title, 'sport', sport, 'subSport', sub_sport, 'rpe', device_values -> 'rpe'
)
WHERE rpe IS DISTINCT FROM (device_values ->> 'rpe')::double precision;
