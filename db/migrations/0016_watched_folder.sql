CREATE TABLE "watched_folders" (
	"athlete_id" uuid PRIMARY KEY NOT NULL,
	"folder" text,
	"looked_at" timestamp with time zone,
	"problem" text,
	"files" integer DEFAULT 0 NOT NULL,
	"unfinished" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
ALTER TABLE "watched_folders" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "import_files" ADD COLUMN "watched_key" text;--> statement-breakpoint
ALTER TABLE "watched_folders" ADD CONSTRAINT "watched_folders_athlete_id_athletes_id_fk" FOREIGN KEY ("athlete_id") REFERENCES "public"."athletes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "import_files_watched" ON "import_files" USING btree ("athlete_id") WHERE watched_key is not null;--> statement-breakpoint
CREATE POLICY "own_rows_only" ON "watched_folders" AS PERMISSIVE FOR ALL TO "formline_app" USING (athlete_id = nullif(current_setting('app.athlete_id', true), '')::uuid) WITH CHECK (athlete_id = nullif(current_setting('app.athlete_id', true), '')::uuid);