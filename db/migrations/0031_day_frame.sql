ALTER TABLE "athletes" ADD COLUMN "weekday_minutes" jsonb;--> statement-breakpoint
ALTER TABLE "context_events" ADD COLUMN "priority" text;--> statement-breakpoint
ALTER TABLE "context_events" ADD COLUMN "body_part" text;--> statement-breakpoint
ALTER TABLE "context_events" ADD COLUMN "forbidden" jsonb;