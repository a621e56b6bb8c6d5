import { asc, desc, eq, sql } from "drizzle-orm";
import { prepared } from "@/db/prepared";
import { type ThresholdKind, thresholds } from "@/db/schema/settings";
import type { AthleteTx } from "@/db/scope";
import type { LocalDate } from "@/lib/dates/local-date";

export type Threshold = {
  readonly id: string;
  readonly kind: ThresholdKind;
  readonly sport: "any" | "cycling" | "running" | "swimming";
  readonly value: number;
  readonly validFrom: LocalDate;
  readonly source: "athlete" | "device" | "estimate";
};

/** Every capacity that the athlete has ever had, by kind and sport, the newest first. */
export async function listThresholds(tx: AthleteTx): Promise<Threshold[]> {
  return statement(tx.db).execute({ athleteId: tx.athleteId });
}

const statement = prepared("formline_thresholds", (db) =>
  db
    .select({
      id: thresholds.id,
      kind: thresholds.kind,
      sport: thresholds.sport,
      value: thresholds.value,
      validFrom: thresholds.validFrom,
      source: thresholds.source,
    })
    .from(thresholds)
    .where(eq(thresholds.athleteId, sql.placeholder("athleteId")))
    .orderBy(asc(thresholds.kind), asc(thresholds.sport), desc(thresholds.validFrom)),
);
