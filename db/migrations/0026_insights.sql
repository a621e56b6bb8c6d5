CREATE TABLE "insights" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"athlete_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"from_day" date NOT NULL,
	"to_day" date NOT NULL,
	"activity_id" uuid,
	"position" integer NOT NULL,
	"written_by" text NOT NULL,
	"detector" text NOT NULL,
	"formula" text NOT NULL,
	"severity" text NOT NULL,
	"sport" text,
	"title" text NOT NULL,
	"text" text NOT NULL,
	"action" text NOT NULL,
	"evidence" jsonb NOT NULL,
	"series" jsonb NOT NULL,
	"facts_hash" text,
	"model" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"valid_until" timestamp with time zone NOT NULL,
	"invalidated_at" timestamp with time zone,
	"invalidated_because" text,
	"feedback" text,
	"feedback_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "insights" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "athlete_schedules" ADD COLUMN "next_insights_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "insights" ADD CONSTRAINT "insights_athlete_id_athletes_id_fk" FOREIGN KEY ("athlete_id") REFERENCES "public"."athletes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "insights" ADD CONSTRAINT "insights_activity_id_activities_id_fk" FOREIGN KEY ("activity_id") REFERENCES "public"."activities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "insights_told_once" ON "insights" USING btree ("athlete_id","kind","to_day","position") WHERE invalidated_at is null and activity_id is null;--> statement-breakpoint
CREATE INDEX "insights_athlete" ON "insights" USING btree ("athlete_id","valid_until");--> statement-breakpoint
CREATE INDEX "insights_activity" ON "insights" USING btree ("activity_id");--> statement-breakpoint
CREATE INDEX "athlete_schedules_insights" ON "athlete_schedules" USING btree ("next_insights_at");--> statement-breakpoint
CREATE POLICY "own_rows_only" ON "insights" AS PERMISSIVE FOR ALL TO "formline_app" USING (athlete_id = nullif(current_setting('app.athlete_id', true), '')::uuid) WITH CHECK (athlete_id = nullif(current_setting('app.athlete_id', true), '')::uuid);