ALTER TABLE "athletes" ADD COLUMN "graded_pace_model" text DEFAULT 'observed' NOT NULL;--> statement-breakpoint
ALTER TABLE "athletes" ADD COLUMN "refused_ftp_w" double precision;