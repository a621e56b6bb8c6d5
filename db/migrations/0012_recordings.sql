CREATE TABLE "recording_separations" (
	"athlete_id" uuid NOT NULL,
	"one_sha256" text NOT NULL,
	"one_session" integer NOT NULL,
	"other_sha256" text NOT NULL,
	"other_session" integer NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "recording_separations_pk" PRIMARY KEY("athlete_id","one_sha256","one_session","other_sha256","other_session")
);
--> statement-breakpoint
ALTER TABLE "recording_separations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "recordings" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"athlete_id" uuid NOT NULL,
	"activity_id" uuid NOT NULL,
	"source_file_id" uuid NOT NULL,
	"session_index" integer DEFAULT 0 NOT NULL,
	"is_partial" boolean DEFAULT false NOT NULL,
	"sport" text NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"utc_offset_s" integer NOT NULL,
	"day" date NOT NULL,
	"elapsed_s" double precision NOT NULL,
	"timer_s" double precision NOT NULL,
	"distance_m" double precision,
	"device" jsonb NOT NULL,
	"coverage" jsonb,
	"wins" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"joined_by" text DEFAULT 'import' NOT NULL,
	"former_activity_id" uuid,
	"former_facts" jsonb,
	"combined_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "recordings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "recording_separations" ADD CONSTRAINT "recording_separations_athlete_id_athletes_id_fk" FOREIGN KEY ("athlete_id") REFERENCES "public"."athletes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recordings" ADD CONSTRAINT "recordings_athlete_id_athletes_id_fk" FOREIGN KEY ("athlete_id") REFERENCES "public"."athletes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recordings" ADD CONSTRAINT "recordings_activity_id_activities_id_fk" FOREIGN KEY ("activity_id") REFERENCES "public"."activities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recordings" ADD CONSTRAINT "recordings_source_file_id_source_files_id_fk" FOREIGN KEY ("source_file_id") REFERENCES "public"."source_files"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "recordings_session" ON "recordings" USING btree ("athlete_id","source_file_id","session_index");--> statement-breakpoint
CREATE INDEX "recordings_activity" ON "recordings" USING btree ("activity_id");--> statement-breakpoint
CREATE POLICY "own_rows_only" ON "recording_separations" AS PERMISSIVE FOR ALL TO "formline_app" USING (athlete_id = nullif(current_setting('app.athlete_id', true), '')::uuid) WITH CHECK (athlete_id = nullif(current_setting('app.athlete_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_rows_only" ON "recordings" AS PERMISSIVE FOR ALL TO "formline_app" USING (athlete_id = nullif(current_setting('app.athlete_id', true), '')::uuid) WITH CHECK (athlete_id = nullif(current_setting('app.athlete_id', true), '')::uuid);