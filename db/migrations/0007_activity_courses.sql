CREATE TABLE "activity_courses" (
	"activity_id" uuid PRIMARY KEY NOT NULL,
	"athlete_id" uuid NOT NULL,
	"length_m" double precision NOT NULL,
	"start_latitude_deg" double precision NOT NULL,
	"start_longitude_deg" double precision NOT NULL,
	"points" "bytea" NOT NULL
);
--> statement-breakpoint
ALTER TABLE "activity_courses" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "activity_courses" ADD CONSTRAINT "activity_courses_activity_id_activities_id_fk" FOREIGN KEY ("activity_id") REFERENCES "public"."activities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activity_courses" ADD CONSTRAINT "activity_courses_athlete_id_athletes_id_fk" FOREIGN KEY ("athlete_id") REFERENCES "public"."athletes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "activity_courses_length" ON "activity_courses" USING btree ("athlete_id","length_m");--> statement-breakpoint
CREATE POLICY "own_rows_only" ON "activity_courses" AS PERMISSIVE FOR ALL TO "formline_app" USING (athlete_id = nullif(current_setting('app.athlete_id', true), '')::uuid) WITH CHECK (athlete_id = nullif(current_setting('app.athlete_id', true), '')::uuid);