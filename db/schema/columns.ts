import { sql } from "drizzle-orm";
import { customType, date, pgPolicy, pgRole, uuid } from "drizzle-orm/pg-core";
import type { LocalDate } from "@/lib/dates/local-date";
import type { AthleteId } from "@/lib/ids";
import { athletes } from "./athletes";
import { instantColumn } from "./instant";

/** The role that athlete code runs as; it owns nothing and bypasses nothing. */
export const appRole = pgRole("formline_app").existing();

export const id = () => uuid().primaryKey().defaultRandom();
export const instant = instantColumn;
export const createdAt = () => instant().notNull().defaultNow();
export const day = () => date({ mode: "string" }).$type<LocalDate>();

/** The owner of the row; every athlete-owned table has it, with an index and cascade. */
export const athleteId = () =>
  uuid()
    .notNull()
    .$type<AthleteId>()
    .references(() => athletes.id, { onDelete: "cascade" });

export const bytea = customType<{ data: Uint8Array; driverData: Uint8Array }>({
  dataType: () => "bytea",
});

/** The second wall: inside `ctx.tx` only rows of `app.athlete_id` exist. */
export const ownRowsOnly = () =>
  pgPolicy("own_rows_only", {
    as: "permissive",
    for: "all",
    to: appRole,
    using: sql`athlete_id = nullif(current_setting('app.athlete_id', true), '')::uuid`,
    withCheck: sql`athlete_id = nullif(current_setting('app.athlete_id', true), '')::uuid`,
  });
