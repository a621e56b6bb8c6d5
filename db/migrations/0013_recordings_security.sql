-- The role may use the tables, row-level security binds the owner too, and the owner (system
-- work: back-up, erasure) gets a policy of its own.
DO $$
DECLARE
  owned text;
BEGIN
  FOREACH owned IN ARRAY ARRAY['recordings', 'recording_separations']
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
-- Every activity that has a file is a recording of that file's session.
INSERT INTO recordings (
  athlete_id, activity_id, source_file_id, session_index, is_partial, sport, started_at,
  utc_offset_s, day, elapsed_s, timer_s, distance_m, device, combined_at, created_at
)
SELECT athlete_id, id, source_file_id, session_index, is_partial, sport, started_at,
  utc_offset_s, day, elapsed_s, timer_s, distance_m, device, analysed_at, created_at
FROM activities WHERE source_file_id IS NOT NULL;
--> statement-breakpoint
-- Files that were recognised as the same activity before: read and combined by the next import.
INSERT INTO recordings (
  athlete_id, activity_id, source_file_id, session_index, sport, started_at,
  utc_offset_s, day, elapsed_s, timer_s, device, created_at
)
SELECT DISTINCT ON (f.athlete_id, f.source_file_id)
  a.athlete_id, a.id, f.source_file_id, 0, a.sport, a.started_at,
  a.utc_offset_s, a.day, a.elapsed_s, a.timer_s, a.device, f.created_at
FROM import_files f
JOIN activities a ON a.id = f.duplicate_of_activity_id AND a.athlete_id = f.athlete_id
JOIN source_files s ON s.id = f.source_file_id AND s.athlete_id = f.athlete_id
WHERE f.status = 'duplicate' AND f.reason_code = 'same_activity' AND s.kind <> 'garmin_json'
ORDER BY f.athlete_id, f.source_file_id, f.created_at
ON CONFLICT DO NOTHING;
