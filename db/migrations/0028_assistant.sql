CREATE TABLE "ai_settings" (
	"athlete_id" uuid PRIMARY KEY NOT NULL,
	"consented_at" timestamp with time zone,
	"notes_consented_at" timestamp with time zone,
	"monthly_budget_usd" double precision,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "ai_settings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "insight_batches" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"week" date NOT NULL,
	"attempt" integer DEFAULT 1 NOT NULL,
	"state" text DEFAULT 'made' NOT NULL,
	"provider_id" text,
	"size" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"sending_at" timestamp with time zone,
	"sent_at" timestamp with time zone,
	"finished_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "model_calls" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"athlete_id" uuid NOT NULL,
	"feature" text NOT NULL,
	"day" date NOT NULL,
	"attempt" integer DEFAULT 1 NOT NULL,
	"model" text NOT NULL,
	"is_batch" boolean DEFAULT false NOT NULL,
	"batch_id" uuid,
	"input_tokens" integer DEFAULT 0 NOT NULL,
	"output_tokens" integer DEFAULT 0 NOT NULL,
	"cache_read_tokens" integer DEFAULT 0 NOT NULL,
	"cache_write_tokens" integer DEFAULT 0 NOT NULL,
	"cost_usd" double precision DEFAULT 0 NOT NULL,
	"latency_ms" integer,
	"outcome" text DEFAULT 'waiting' NOT NULL,
	"verified_share" double precision,
	"prompt_hash" text,
	"facts_hash" text,
	"request_id" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "model_calls" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "sent_facts" (
	"call_id" uuid PRIMARY KEY NOT NULL,
	"athlete_id" uuid NOT NULL,
	"facts" "bytea" NOT NULL
);
--> statement-breakpoint
ALTER TABLE "sent_facts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "ai_settings" ADD CONSTRAINT "ai_settings_athlete_id_athletes_id_fk" FOREIGN KEY ("athlete_id") REFERENCES "public"."athletes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "model_calls" ADD CONSTRAINT "model_calls_athlete_id_athletes_id_fk" FOREIGN KEY ("athlete_id") REFERENCES "public"."athletes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "model_calls" ADD CONSTRAINT "model_calls_batch_id_insight_batches_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."insight_batches"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sent_facts" ADD CONSTRAINT "sent_facts_call_id_model_calls_id_fk" FOREIGN KEY ("call_id") REFERENCES "public"."model_calls"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sent_facts" ADD CONSTRAINT "sent_facts_athlete_id_athletes_id_fk" FOREIGN KEY ("athlete_id") REFERENCES "public"."athletes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "insight_batches_created" ON "insight_batches" USING btree ("created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "insight_batches_provider" ON "insight_batches" USING btree ("provider_id");--> statement-breakpoint
CREATE INDEX "model_calls_athlete" ON "model_calls" USING btree ("athlete_id","created_at");--> statement-breakpoint
CREATE INDEX "model_calls_created" ON "model_calls" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "model_calls_batch" ON "model_calls" USING btree ("batch_id");--> statement-breakpoint
CREATE UNIQUE INDEX "model_calls_one_in_batch" ON "model_calls" USING btree ("athlete_id","day","attempt") WHERE is_batch;--> statement-breakpoint
CREATE INDEX "sent_facts_athlete" ON "sent_facts" USING btree ("athlete_id");--> statement-breakpoint
CREATE POLICY "own_rows_only" ON "ai_settings" AS PERMISSIVE FOR ALL TO "formline_app" USING (athlete_id = nullif(current_setting('app.athlete_id', true), '')::uuid) WITH CHECK (athlete_id = nullif(current_setting('app.athlete_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_rows_only" ON "model_calls" AS PERMISSIVE FOR ALL TO "formline_app" USING (athlete_id = nullif(current_setting('app.athlete_id', true), '')::uuid) WITH CHECK (athlete_id = nullif(current_setting('app.athlete_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_rows_only" ON "sent_facts" AS PERMISSIVE FOR ALL TO "formline_app" USING (athlete_id = nullif(current_setting('app.athlete_id', true), '')::uuid) WITH CHECK (athlete_id = nullif(current_setting('app.athlete_id', true), '')::uuid);