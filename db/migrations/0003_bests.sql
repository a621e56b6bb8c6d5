CREATE TABLE "activity_curves" (
	"activity_id" uuid NOT NULL,
	"athlete_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"grid" text NOT NULL,
	"bests" "bytea" NOT NULL,
	"starts" "bytea" NOT NULL,
	CONSTRAINT "activity_curves_activity_id_kind_pk" PRIMARY KEY("activity_id","kind")
);
--> statement-breakpoint
ALTER TABLE "activity_curves" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "best_efforts" (
	"activity_id" uuid NOT NULL,
	"athlete_id" uuid NOT NULL,
	"distance_m" double precision NOT NULL,
	"duration_s" double precision NOT NULL,
	"start_s" integer NOT NULL,
	CONSTRAINT "best_efforts_activity_id_distance_m_pk" PRIMARY KEY("activity_id","distance_m")
);
--> statement-breakpoint
ALTER TABLE "best_efforts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "activities" ADD COLUMN "curve_grid" text;--> statement-breakpoint
ALTER TABLE "activity_curves" ADD CONSTRAINT "activity_curves_activity_id_activities_id_fk" FOREIGN KEY ("activity_id") REFERENCES "public"."activities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activity_curves" ADD CONSTRAINT "activity_curves_athlete_id_athletes_id_fk" FOREIGN KEY ("athlete_id") REFERENCES "public"."athletes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "best_efforts" ADD CONSTRAINT "best_efforts_activity_id_activities_id_fk" FOREIGN KEY ("activity_id") REFERENCES "public"."activities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "best_efforts" ADD CONSTRAINT "best_efforts_athlete_id_athletes_id_fk" FOREIGN KEY ("athlete_id") REFERENCES "public"."athletes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "activity_curves_athlete" ON "activity_curves" USING btree ("athlete_id","kind");--> statement-breakpoint
CREATE INDEX "best_efforts_athlete" ON "best_efforts" USING btree ("athlete_id","distance_m","duration_s");--> statement-breakpoint
CREATE POLICY "own_rows_only" ON "activity_curves" AS PERMISSIVE FOR ALL TO "formline_app" USING (athlete_id = nullif(current_setting('app.athlete_id', true), '')::uuid) WITH CHECK (athlete_id = nullif(current_setting('app.athlete_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_rows_only" ON "best_efforts" AS PERMISSIVE FOR ALL TO "formline_app" USING (athlete_id = nullif(current_setting('app.athlete_id', true), '')::uuid) WITH CHECK (athlete_id = nullif(current_setting('app.athlete_id', true), '')::uuid);