ALTER TABLE "model_calls" ADD COLUMN "output_hash" text;--> statement-breakpoint
CREATE INDEX "insights_feedback" ON "insights" USING btree ("feedback_at") WHERE feedback is not null;