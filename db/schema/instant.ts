import { timestamp } from "drizzle-orm/pg-core";

/** A moment on the world's clock. */
export const instantColumn = () => timestamp({ withTimezone: true, mode: "date" });
