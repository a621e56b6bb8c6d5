-- These bytes are deflated already: trying to compress them once more only costs time.
ALTER TABLE "source_files" ALTER COLUMN "content" SET STORAGE EXTERNAL;--> statement-breakpoint
ALTER TABLE "activity_streams" ALTER COLUMN "content" SET STORAGE EXTERNAL;
