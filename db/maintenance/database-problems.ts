import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "../client";
import { appliedMigrations } from "../migrate/applied-migrations";
import { migrationFiles } from "../migrate/migration-files";
import { rows } from "../rows";

/** What must never be found, and how to say it. Each query counts offenders as `n`. */
const INVARIANTS: readonly { readonly problem: string; readonly count: SQL }[] = [
  {
    problem: "tables without forced row-level security",
    count: sql`select count(*) as n from pg_class c
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
        and (c.relname = 'athletes' or exists (
          select from pg_attribute a where a.attrelid = c.oid and a.attname = 'athlete_id'))
        and not (c.relrowsecurity and c.relforcerowsecurity)`,
  },
  {
    problem: "activities whose source file is another athlete's",
    count: sql`select count(*) as n from activities a join source_files f on f.id = a.source_file_id
      where f.athlete_id <> a.athlete_id`,
  },
  {
    problem: "streams of another athlete's activity",
    count: sql`select count(*) as n from activity_streams s join activities a on a.id = s.activity_id
      where a.athlete_id <> s.athlete_id`,
  },
  {
    problem: "recordings of another athlete's activity or file",
    count: sql`select count(*) as n from recordings r
      join activities a on a.id = r.activity_id join source_files f on f.id = r.source_file_id
      where a.athlete_id <> r.athlete_id or f.athlete_id <> r.athlete_id`,
  },
  {
    problem: "import files in another athlete's batch",
    count: sql`select count(*) as n from import_files f join import_batches b on b.id = f.batch_id
      where b.athlete_id <> f.athlete_id`,
  },
  {
    problem: "finished imports with files that still wait",
    count: sql`select count(distinct b.id) as n from import_batches b
      join import_files f on f.batch_id = b.id where b.status = 'finished' and f.status = 'waiting'`,
  },
  {
    problem: "days with activities that their athlete's load series leaves out",
    count: sql`select count(*) as n from (select distinct athlete_id, day from activities) a
      where a.day <= (select max(day) from daily_loads l where l.athlete_id = a.athlete_id)
        and not exists (select from daily_loads l
          where l.athlete_id = a.athlete_id and l.sport = 'all' and l.day = a.day)`,
  },
  {
    problem: "athletes with activities and no load series",
    count: sql`select count(distinct a.athlete_id) as n from activities a
      where not exists (select from daily_loads l where l.athlete_id = a.athlete_id)
        and not exists (select from job_events e where e.dispatched_at is null
          and e.data ->> 'athleteId' = a.athlete_id::text)
        and not exists (select from job_runs r where r.status in ('queued', 'waiting', 'running')
          and r.event -> 'data' ->> 'athleteId' = a.athlete_id::text)`,
  },
  {
    problem: "athletes whose morning is not scheduled",
    count: sql`select count(*) as n from athletes a
      where not exists (select from athlete_schedules s where s.athlete_id = a.id)`,
  },
];

/**
 * Looks for what must never be: an old or foreign schema, missing row-level security, rows
 * that contradict each other. One sentence for each finding; none means sound.
 */
export async function databaseProblems(tx: Tx, folder: string): Promise<string[]> {
  const schema = await schemaProblems(tx, folder);
  return schema.length > 0 ? schema : brokenInvariants(tx);
}

async function schemaProblems(tx: Tx, folder: string): Promise<string[]> {
  const applied = await appliedMigrations(tx);
  if (applied === null) return ["The database has never been migrated. Start Formline once."];
  const files = migrationFiles(folder);
  const differing = files.find(
    (file, i) => applied[i] !== undefined && applied[i].hash !== file.hash,
  );
  if (differing) return [`Migration ${differing.tag} was applied in another form.`];
  if (applied.length > files.length)
    return ["A newer version of Formline has migrated the database."];
  const pending = files.slice(applied.length).map((file) => file.tag);
  return pending.length === 0 ? [] : [`Migrations are pending: ${pending.join(", ")}.`];
}

async function brokenInvariants(tx: Tx): Promise<string[]> {
  const problems: string[] = [];
  for (const { problem, count } of INVARIANTS) {
    const [found] = rows<{ n: string | number }>(await tx.execute(count));
    const n = Number(found?.n ?? 0);
    if (n > 0) problems.push(`${n} ${problem}.`);
  }
  return problems;
}
