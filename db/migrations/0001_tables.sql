CREATE TABLE "activities" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"athlete_id" uuid NOT NULL,
	"source_file_id" uuid,
	"session_index" integer DEFAULT 0 NOT NULL,
	"sport" text NOT NULL,
	"sub_sport" text,
	"title" text NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"utc_offset_s" integer NOT NULL,
	"day" date NOT NULL,
	"elapsed_s" double precision NOT NULL,
	"timer_s" double precision NOT NULL,
	"moving_s" double precision,
	"distance_m" double precision,
	"ascent_m" double precision,
	"avg_power_w" double precision,
	"avg_heart_rate_bpm" double precision,
	"is_indoor" boolean DEFAULT false NOT NULL,
	"is_partial" boolean DEFAULT false NOT NULL,
	"rpe" double precision,
	"load" double precision,
	"load_method" text,
	"loads" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"metrics" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"time_in_zone" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"laps" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"lengths" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"sets" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"device" jsonb NOT NULL,
	"device_values" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"notes" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"profile" jsonb,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"analysed_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "activities" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "activity_streams" (
	"activity_id" uuid PRIMARY KEY NOT NULL,
	"athlete_id" uuid NOT NULL,
	"length_s" integer NOT NULL,
	"codec" text NOT NULL,
	"content" "bytea" NOT NULL
);
--> statement-breakpoint
ALTER TABLE "activity_streams" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "athletes" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"user_id" uuid NOT NULL,
	"display_name" text NOT NULL,
	"sex" text,
	"birth_date" date,
	"height_m" double precision,
	"time_zone" text NOT NULL,
	"units" text DEFAULT 'metric' NOT NULL,
	"first_weekday" integer DEFAULT 1 NOT NULL,
	"morning_minute" integer DEFAULT 360 NOT NULL,
	"main_sport" text DEFAULT 'running' NOT NULL,
	"is_demo" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "athletes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "athlete_schedules" (
	"athlete_id" uuid PRIMARY KEY NOT NULL,
	"next_morning_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "athlete_schedules" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "check_ins" (
	"athlete_id" uuid NOT NULL,
	"day" date NOT NULL,
	"readiness" integer NOT NULL,
	"soreness" integer NOT NULL,
	"mood" integer NOT NULL,
	"stress" integer NOT NULL,
	"has_symptoms" boolean DEFAULT false NOT NULL,
	"note" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "check_ins_athlete_id_day_pk" PRIMARY KEY("athlete_id","day")
);
--> statement-breakpoint
ALTER TABLE "check_ins" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "context_events" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"athlete_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"from_day" date NOT NULL,
	"to_day" date NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "context_events" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "daily_loads" (
	"athlete_id" uuid NOT NULL,
	"sport" text NOT NULL,
	"day" date NOT NULL,
	"load" double precision NOT NULL,
	"duration_s" double precision NOT NULL,
	"fitness" double precision NOT NULL,
	"fatigue" double precision NOT NULL,
	"form" double precision NOT NULL,
	"ramp" double precision,
	"monotony" double precision,
	"strain" double precision,
	"acwr" double precision,
	"formula" text NOT NULL,
	CONSTRAINT "daily_loads_athlete_id_sport_day_pk" PRIMARY KEY("athlete_id","sport","day")
);
--> statement-breakpoint
ALTER TABLE "daily_loads" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "mornings" (
	"athlete_id" uuid NOT NULL,
	"day" date NOT NULL,
	"recovery" jsonb NOT NULL,
	"decision" jsonb NOT NULL,
	"recommendation" jsonb NOT NULL,
	"inputs" jsonb NOT NULL,
	"response" text,
	"responded_at" timestamp with time zone,
	"computed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "mornings_athlete_id_day_pk" PRIMARY KEY("athlete_id","day")
);
--> statement-breakpoint
ALTER TABLE "mornings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "wellness_days" (
	"athlete_id" uuid NOT NULL,
	"day" date NOT NULL,
	"hrv_rmssd_ms" double precision,
	"hrv_source" text,
	"resting_hr_bpm" double precision,
	"sleep_s" integer,
	"sleep_score" double precision,
	"deep_sleep_s" integer,
	"light_sleep_s" integer,
	"rem_sleep_s" integer,
	"awake_s" integer,
	"sleep_start_at" timestamp with time zone,
	"sleep_end_at" timestamp with time zone,
	"stress_avg" double precision,
	"body_battery_high" double precision,
	"body_battery_low" double precision,
	"respiration_brpm" double precision,
	"spo2_pct" double precision,
	"weight_kg" double precision,
	"steps" integer,
	"device_readiness" double precision,
	"sources" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "wellness_days_athlete_id_day_pk" PRIMARY KEY("athlete_id","day")
);
--> statement-breakpoint
ALTER TABLE "wellness_days" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "import_batches" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"athlete_id" uuid NOT NULL,
	"origin" text NOT NULL,
	"status" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"finished_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "import_batches" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "import_files" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"athlete_id" uuid NOT NULL,
	"batch_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"name" text NOT NULL,
	"byte_length" integer NOT NULL,
	"spool_key" text,
	"status" text DEFAULT 'waiting' NOT NULL,
	"reason_code" text,
	"reason" text,
	"source_file_id" uuid,
	"activity_ids" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"wellness_days" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"duplicate_of_activity_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"finished_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "import_files" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "source_files" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"athlete_id" uuid NOT NULL,
	"sha256" text NOT NULL,
	"kind" text NOT NULL,
	"byte_length" integer NOT NULL,
	"content" "bytea" NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "source_files" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "job_crons" (
	"function_id" text NOT NULL,
	"expression" text NOT NULL,
	"next_at" timestamp with time zone NOT NULL,
	CONSTRAINT "job_crons_function_id_expression_pk" PRIMARY KEY("function_id","expression")
);
--> statement-breakpoint
CREATE TABLE "job_dead_letters" (
	"run_id" uuid PRIMARY KEY NOT NULL,
	"function_id" text NOT NULL,
	"error" jsonb NOT NULL,
	"died_at" timestamp with time zone DEFAULT now() NOT NULL,
	"resolution" text,
	"resolved_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "job_events" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"seq" bigint GENERATED ALWAYS AS IDENTITY (sequence name "job_events_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"name" text NOT NULL,
	"data" jsonb NOT NULL,
	"dedup_key" text,
	"request_id" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"dispatched_at" timestamp with time zone,
	"lease_until" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "job_runs" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"function_id" text NOT NULL,
	"event_id" uuid,
	"event" jsonb NOT NULL,
	"request_id" text,
	"status" text NOT NULL,
	"attempt" integer DEFAULT 0 NOT NULL,
	"run_at" timestamp with time zone,
	"lease_owner" text,
	"lease_until" timestamp with time zone,
	"concurrency_keys" text[] DEFAULT '{}' NOT NULL,
	"idempotency_key" text,
	"singleton_key" text,
	"debounce_key" text,
	"parent_run_id" uuid,
	"parent_step_hash" text,
	"output" jsonb,
	"error" jsonb,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"started_at" timestamp with time zone,
	"finished_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "job_steps" (
	"run_id" uuid NOT NULL,
	"step_hash" text NOT NULL,
	"seq" integer,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"status" text NOT NULL,
	"attempt" integer DEFAULT 0 NOT NULL,
	"result" jsonb,
	"error" jsonb,
	"due_at" timestamp with time zone,
	"event_name" text,
	"event_pattern" jsonb,
	"duration_ms" integer,
	"finished_at" timestamp with time zone,
	CONSTRAINT "job_steps_run_id_step_hash_pk" PRIMARY KEY("run_id","step_hash")
);
--> statement-breakpoint
CREATE TABLE "job_throttles" (
	"function_id" text NOT NULL,
	"key" text NOT NULL,
	"next_at" timestamp with time zone NOT NULL,
	CONSTRAINT "job_throttles_function_id_key_pk" PRIMARY KEY("function_id","key")
);
--> statement-breakpoint
CREATE TABLE "rate_limits" (
	"key" text PRIMARY KEY NOT NULL,
	"points" integer DEFAULT 0 NOT NULL,
	"expire" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "thresholds" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"athlete_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"sport" text DEFAULT 'any' NOT NULL,
	"value" double precision NOT NULL,
	"valid_from" date NOT NULL,
	"source" text DEFAULT 'athlete' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "thresholds" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "audit_log" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"user_id" uuid,
	"event" text NOT NULL,
	"outcome" text NOT NULL,
	"address_prefix" text,
	"request_id" text
);
--> statement-breakpoint
CREATE TABLE "auth_sessions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"user_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_seen_at" timestamp with time zone DEFAULT now() NOT NULL,
	"idle_expires_at" timestamp with time zone NOT NULL,
	"absolute_expires_at" timestamp with time zone NOT NULL,
	"reauthenticated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"user_agent" text,
	"address_prefix" text,
	"revoked_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"email" text NOT NULL,
	"email_key" text NOT NULL,
	"name" text NOT NULL,
	"password_hash" text,
	"role" text DEFAULT 'athlete' NOT NULL,
	"session_epoch" integer DEFAULT 0 NOT NULL,
	"is_demo" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "activities" ADD CONSTRAINT "activities_athlete_id_athletes_id_fk" FOREIGN KEY ("athlete_id") REFERENCES "public"."athletes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activities" ADD CONSTRAINT "activities_source_file_id_source_files_id_fk" FOREIGN KEY ("source_file_id") REFERENCES "public"."source_files"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activity_streams" ADD CONSTRAINT "activity_streams_activity_id_activities_id_fk" FOREIGN KEY ("activity_id") REFERENCES "public"."activities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activity_streams" ADD CONSTRAINT "activity_streams_athlete_id_athletes_id_fk" FOREIGN KEY ("athlete_id") REFERENCES "public"."athletes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "athletes" ADD CONSTRAINT "athletes_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "athlete_schedules" ADD CONSTRAINT "athlete_schedules_athlete_id_athletes_id_fk" FOREIGN KEY ("athlete_id") REFERENCES "public"."athletes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "check_ins" ADD CONSTRAINT "check_ins_athlete_id_athletes_id_fk" FOREIGN KEY ("athlete_id") REFERENCES "public"."athletes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "context_events" ADD CONSTRAINT "context_events_athlete_id_athletes_id_fk" FOREIGN KEY ("athlete_id") REFERENCES "public"."athletes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "daily_loads" ADD CONSTRAINT "daily_loads_athlete_id_athletes_id_fk" FOREIGN KEY ("athlete_id") REFERENCES "public"."athletes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mornings" ADD CONSTRAINT "mornings_athlete_id_athletes_id_fk" FOREIGN KEY ("athlete_id") REFERENCES "public"."athletes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wellness_days" ADD CONSTRAINT "wellness_days_athlete_id_athletes_id_fk" FOREIGN KEY ("athlete_id") REFERENCES "public"."athletes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_batches" ADD CONSTRAINT "import_batches_athlete_id_athletes_id_fk" FOREIGN KEY ("athlete_id") REFERENCES "public"."athletes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_files" ADD CONSTRAINT "import_files_athlete_id_athletes_id_fk" FOREIGN KEY ("athlete_id") REFERENCES "public"."athletes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_files" ADD CONSTRAINT "import_files_batch_id_import_batches_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."import_batches"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_files" ADD CONSTRAINT "import_files_source_file_id_source_files_id_fk" FOREIGN KEY ("source_file_id") REFERENCES "public"."source_files"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source_files" ADD CONSTRAINT "source_files_athlete_id_athletes_id_fk" FOREIGN KEY ("athlete_id") REFERENCES "public"."athletes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "job_dead_letters" ADD CONSTRAINT "job_dead_letters_run_id_job_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."job_runs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "job_steps" ADD CONSTRAINT "job_steps_run_id_job_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."job_runs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thresholds" ADD CONSTRAINT "thresholds_athlete_id_athletes_id_fk" FOREIGN KEY ("athlete_id") REFERENCES "public"."athletes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth_sessions" ADD CONSTRAINT "auth_sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "activities_source" ON "activities" USING btree ("athlete_id","source_file_id","session_index");--> statement-breakpoint
CREATE INDEX "activities_athlete_started" ON "activities" USING btree ("athlete_id","started_at");--> statement-breakpoint
CREATE INDEX "activities_athlete_day" ON "activities" USING btree ("athlete_id","day");--> statement-breakpoint
CREATE INDEX "activity_streams_athlete" ON "activity_streams" USING btree ("athlete_id");--> statement-breakpoint
CREATE UNIQUE INDEX "athletes_user" ON "athletes" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "athlete_schedules_due" ON "athlete_schedules" USING btree ("next_morning_at");--> statement-breakpoint
CREATE INDEX "context_events_athlete" ON "context_events" USING btree ("athlete_id","from_day");--> statement-breakpoint
CREATE INDEX "import_batches_athlete" ON "import_batches" USING btree ("athlete_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "import_files_position" ON "import_files" USING btree ("batch_id","position");--> statement-breakpoint
CREATE INDEX "import_files_athlete" ON "import_files" USING btree ("athlete_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "source_files_content" ON "source_files" USING btree ("athlete_id","sha256");--> statement-breakpoint
CREATE INDEX "source_files_athlete" ON "source_files" USING btree ("athlete_id");--> statement-breakpoint
CREATE INDEX "job_dead_letters_open" ON "job_dead_letters" USING btree ("resolved_at","died_at");--> statement-breakpoint
CREATE UNIQUE INDEX "job_events_dedup" ON "job_events" USING btree ("dedup_key");--> statement-breakpoint
CREATE INDEX "job_events_undispatched" ON "job_events" USING btree ("seq") WHERE dispatched_at is null;--> statement-breakpoint
CREATE INDEX "job_events_created" ON "job_events" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "job_runs_due" ON "job_runs" USING btree ("run_at") WHERE status in ('queued', 'waiting');--> statement-breakpoint
CREATE INDEX "job_runs_leased" ON "job_runs" USING btree ("lease_until") WHERE status = 'running';--> statement-breakpoint
CREATE INDEX "job_runs_function" ON "job_runs" USING btree ("function_id","status");--> statement-breakpoint
CREATE INDEX "job_runs_idempotency" ON "job_runs" USING btree ("function_id","idempotency_key");--> statement-breakpoint
CREATE INDEX "job_runs_finished" ON "job_runs" USING btree ("finished_at");--> statement-breakpoint
CREATE INDEX "job_runs_created" ON "job_runs" USING btree ("created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "job_runs_once_per_event" ON "job_runs" USING btree ("function_id","event_id");--> statement-breakpoint
CREATE INDEX "job_steps_waits" ON "job_steps" USING btree ("event_name") WHERE status = 'pending' and kind = 'wait';--> statement-breakpoint
CREATE UNIQUE INDEX "thresholds_natural" ON "thresholds" USING btree ("athlete_id","kind","sport","valid_from");--> statement-breakpoint
CREATE INDEX "thresholds_athlete" ON "thresholds" USING btree ("athlete_id");--> statement-breakpoint
CREATE INDEX "audit_log_user_at" ON "audit_log" USING btree ("user_id","at");--> statement-breakpoint
CREATE INDEX "auth_sessions_user" ON "auth_sessions" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "users_email_key" ON "users" USING btree ("email_key");--> statement-breakpoint
CREATE POLICY "own_rows_only" ON "activities" AS PERMISSIVE FOR ALL TO "formline_app" USING (athlete_id = nullif(current_setting('app.athlete_id', true), '')::uuid) WITH CHECK (athlete_id = nullif(current_setting('app.athlete_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_rows_only" ON "activity_streams" AS PERMISSIVE FOR ALL TO "formline_app" USING (athlete_id = nullif(current_setting('app.athlete_id', true), '')::uuid) WITH CHECK (athlete_id = nullif(current_setting('app.athlete_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_row_only" ON "athletes" AS PERMISSIVE FOR ALL TO "formline_app" USING (id = nullif(current_setting('app.athlete_id', true), '')::uuid) WITH CHECK (id = nullif(current_setting('app.athlete_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_rows_only" ON "athlete_schedules" AS PERMISSIVE FOR ALL TO "formline_app" USING (athlete_id = nullif(current_setting('app.athlete_id', true), '')::uuid) WITH CHECK (athlete_id = nullif(current_setting('app.athlete_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_rows_only" ON "check_ins" AS PERMISSIVE FOR ALL TO "formline_app" USING (athlete_id = nullif(current_setting('app.athlete_id', true), '')::uuid) WITH CHECK (athlete_id = nullif(current_setting('app.athlete_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_rows_only" ON "context_events" AS PERMISSIVE FOR ALL TO "formline_app" USING (athlete_id = nullif(current_setting('app.athlete_id', true), '')::uuid) WITH CHECK (athlete_id = nullif(current_setting('app.athlete_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_rows_only" ON "daily_loads" AS PERMISSIVE FOR ALL TO "formline_app" USING (athlete_id = nullif(current_setting('app.athlete_id', true), '')::uuid) WITH CHECK (athlete_id = nullif(current_setting('app.athlete_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_rows_only" ON "mornings" AS PERMISSIVE FOR ALL TO "formline_app" USING (athlete_id = nullif(current_setting('app.athlete_id', true), '')::uuid) WITH CHECK (athlete_id = nullif(current_setting('app.athlete_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_rows_only" ON "wellness_days" AS PERMISSIVE FOR ALL TO "formline_app" USING (athlete_id = nullif(current_setting('app.athlete_id', true), '')::uuid) WITH CHECK (athlete_id = nullif(current_setting('app.athlete_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_rows_only" ON "import_batches" AS PERMISSIVE FOR ALL TO "formline_app" USING (athlete_id = nullif(current_setting('app.athlete_id', true), '')::uuid) WITH CHECK (athlete_id = nullif(current_setting('app.athlete_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_rows_only" ON "import_files" AS PERMISSIVE FOR ALL TO "formline_app" USING (athlete_id = nullif(current_setting('app.athlete_id', true), '')::uuid) WITH CHECK (athlete_id = nullif(current_setting('app.athlete_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_rows_only" ON "source_files" AS PERMISSIVE FOR ALL TO "formline_app" USING (athlete_id = nullif(current_setting('app.athlete_id', true), '')::uuid) WITH CHECK (athlete_id = nullif(current_setting('app.athlete_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_rows_only" ON "thresholds" AS PERMISSIVE FOR ALL TO "formline_app" USING (athlete_id = nullif(current_setting('app.athlete_id', true), '')::uuid) WITH CHECK (athlete_id = nullif(current_setting('app.athlete_id', true), '')::uuid);