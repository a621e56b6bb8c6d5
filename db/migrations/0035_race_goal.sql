ALTER TABLE "context_events" ADD COLUMN "race_sport" text;--> statement-breakpoint
ALTER TABLE "context_events" ADD COLUMN "race_distance_m" double precision;