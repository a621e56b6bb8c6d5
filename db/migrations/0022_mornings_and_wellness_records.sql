CREATE TABLE "wellness_records" (
	"athlete_id" uuid NOT NULL,
	"day" date NOT NULL,
	"source" text NOT NULL,
	"fields" jsonb NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	CONSTRAINT "wellness_records_athlete_id_day_source_pk" PRIMARY KEY("athlete_id","day","source")
);
--> statement-breakpoint
ALTER TABLE "wellness_records" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "athlete_schedules" ADD COLUMN "last_morning_day" date;--> statement-breakpoint
ALTER TABLE "athlete_schedules" ADD COLUMN "draft" jsonb;--> statement-breakpoint
ALTER TABLE "mornings" ADD COLUMN "progress" jsonb;--> statement-breakpoint
ALTER TABLE "mornings" ADD COLUMN "revisions" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "wellness_days" ADD COLUMN "reasons" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "wellness_records" ADD CONSTRAINT "wellness_records_athlete_id_athletes_id_fk" FOREIGN KEY ("athlete_id") REFERENCES "public"."athletes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE POLICY "own_rows_only" ON "wellness_records" AS PERMISSIVE FOR ALL TO "formline_app" USING (athlete_id = nullif(current_setting('app.athlete_id', true), '')::uuid) WITH CHECK (athlete_id = nullif(current_setting('app.athlete_id', true), '')::uuid);