CREATE TABLE "weekly_readiness" (
	"athlete_id" uuid NOT NULL,
	"week" date NOT NULL,
	"readiness" integer NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "weekly_readiness_athlete_id_week_pk" PRIMARY KEY("athlete_id","week")
);
--> statement-breakpoint
ALTER TABLE "weekly_readiness" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "athletes" ADD COLUMN "own_weights" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "weekly_readiness" ADD CONSTRAINT "weekly_readiness_athlete_id_athletes_id_fk" FOREIGN KEY ("athlete_id") REFERENCES "public"."athletes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE POLICY "own_rows_only" ON "weekly_readiness" AS PERMISSIVE FOR ALL TO "formline_app" USING (athlete_id = nullif(current_setting('app.athlete_id', true), '')::uuid) WITH CHECK (athlete_id = nullif(current_setting('app.athlete_id', true), '')::uuid);