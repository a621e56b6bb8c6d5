import "server-only";
import { AppError } from "@/lib/errors";
import { type AthleteId, isUuid } from "@/lib/ids";
import type { OpenDatabase } from "./client";
import { insideTransaction } from "./inside-transaction";
import type { AthleteTx, RunAsAthlete } from "./scope";

export type AthleteAccess = "read-write" | "read-only";

/**
 * The second wall: every transaction switches to the role `formline_app` and names the
 * athlete, so that row-level security shows that athlete's rows only. "read-only" makes the
 * database refuse every write.
 */
export function runAsAthlete(
  database: OpenDatabase,
  athleteId: AthleteId,
  access: AthleteAccess = "read-write",
): RunAsAthlete {
  // The id becomes part of a statement; nothing but a UUID may get there.
  if (!isUuid(athleteId)) throw new AppError("not_found", "This athlete was not found.");
  const prologue = [
    ...(access === "read-only" ? ["SET TRANSACTION READ ONLY"] : []),
    "SET LOCAL ROLE formline_app",
    `SET LOCAL app.athlete_id = '${athleteId}'`,
  ];
  const locked = [...prologue, lockAthleteSql(athleteId)];
  return (work, { isLocked = false, ...options } = {}) =>
    insideTransaction(database, () =>
      database.transaction(
        isLocked ? locked : prologue,
        (db, withCommit) => work({ athleteId, db, withCommit } as AthleteTx),
        options,
      ),
    );
}

/** As `lockAthlete`, on its way with BEGIN. */
function lockAthleteSql(athleteId: AthleteId): string {
  return `SELECT FROM athletes WHERE id = '${athleteId}' FOR NO KEY UPDATE`;
}
