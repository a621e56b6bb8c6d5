CREATE TABLE "activity_edits" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"athlete_id" uuid NOT NULL,
	"activity_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"value" jsonb,
	"at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"undone_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "activity_edits" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "activities" ADD COLUMN "feel" integer;--> statement-breakpoint
ALTER TABLE "activities" ADD COLUMN "remark" text;--> statement-breakpoint
ALTER TABLE "activities" ADD COLUMN "original" jsonb;--> statement-breakpoint
ALTER TABLE "activity_edits" ADD CONSTRAINT "activity_edits_athlete_id_athletes_id_fk" FOREIGN KEY ("athlete_id") REFERENCES "public"."athletes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activity_edits" ADD CONSTRAINT "activity_edits_activity_id_activities_id_fk" FOREIGN KEY ("activity_id") REFERENCES "public"."activities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "activity_edits_activity" ON "activity_edits" USING btree ("athlete_id","activity_id","at");--> statement-breakpoint
CREATE POLICY "own_rows_only" ON "activity_edits" AS PERMISSIVE FOR ALL TO "formline_app" USING (athlete_id = nullif(current_setting('app.athlete_id', true), '')::uuid) WITH CHECK (athlete_id = nullif(current_setting('app.athlete_id', true), '')::uuid);