import process from "node:process";
import { addDays } from "@/lib/dates/local-date";
import { localDayAt } from "@/lib/dates/zoned-time";
import { startGarminServer } from "@/tests/support/vendors/garmin/garmin-server";
import { vendorKeyOf } from "./seed-athletes";

/**
 * The vendor of the mornings' benchmark, in a process of its own: as many accounts as it is told,
 * each with the nights up to the one that has just ended. Prints its address; tells whoever sends a
 * message how often it was asked.
 */
const count = Number(process.argv[2]);
const server = await startGarminServer();
// More than a sync asks for, up to the last night wherever the athlete is.
const now = new Date();
const firstDay = addDays(localDayAt(now, "America/New_York"), -10);
const lastDay = addDays(localDayAt(now, "UTC"), 1);
const days = { firstDay, lastDay, zoneOn: () => "UTC" };
for (let n = 1; n <= count; n++) server.account({ ...days, key: vendorKeyOf(n), activities: 0 });
process.on("message", () => process.send?.(server.asked));
process.once("SIGTERM", () => void server.close().then(() => process.exit()));
process.stdout.write(`${server.url}\n`);
