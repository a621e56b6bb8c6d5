ALTER TABLE "import_files" ADD COLUMN "recorded_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "import_files" ADD COLUMN "hints" jsonb;--> statement-breakpoint
CREATE INDEX "import_files_waiting" ON "import_files" USING btree ("batch_id","recorded_at") WHERE status = 'waiting';