import process from "node:process";
import { addDays } from "@/lib/dates/local-date";
import { localDayAt } from "@/lib/dates/zoned-time";
import { startGarminServer } from "@/tests/support/vendors/garmin/garmin-server";
import { vendorKeyOf } from "./seed-athletes";

/**
 * The vendor of the mornings' benchmark, in a process of its own: as many accounts as it is told,
 * each with the night that has just ended. Prints its address; tells whoever sends a
 * message how often it was asked.
 */
const count = Number(process.argv[2]);
const server = await startGarminServer();
// What was before has been fetched: the last night is all that is new, wherever the athlete is.
const now = new Date();
const firstDay = localDayAt(now, "America/New_York");
const lastDay = addDays(localDayAt(now, "UTC"), 1);
const days = { firstDay, lastDay, zoneOn: () => "UTC" };
for (let n = 1; n <= count; n++) server.account({ ...days, key: vendorKeyOf(n), activities: 0 });
process.on("message", () => process.send?.(server.asked));
process.once("SIGTERM", () => void server.close().then(() => process.exit()));
process.stdout.write(`${server.url}\n`);
