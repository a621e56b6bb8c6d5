// `npm run vendors`: a Garmin of one's own, to try connections, syncs and bad days without an account.
import { createInterface } from "node:readline";
import { addDays } from "@/lib/dates/local-date";
import { localDayAt } from "@/lib/dates/zoned-time";
import type { BadDay } from "./bad-days";
import { startGarminServer } from "./garmin/garmin-server";

const ZONE = "Europe/Zurich";
const DAYS = 90;
const HELP = `Type how Garmin is from here on, then Enter:
  well                                       as it should be
  401  403  429  500                         an error; "429 30" asks to wait 30 seconds
  timeout  half_body  html                   no answer, half of it, a page in its place
  empty_204  null  empty_list  all_null      nothing, in the four ways that it is said
  tokens end                                 every access token has to be renewed
  run                                        another activity was recorded
  bye                                        stop
`;
const KINDS = ["timeout", "half_body", "html", "empty_204", "null", "empty_list", "all_null"];

const say = (text: string) => void process.stdout.write(text);
const server = await startGarminServer();
const today = () => localDayAt(new Date(), ZONE);
const athlete = server.account({
  zoneOn: () => ZONE,
  firstDay: addDays(today(), -DAYS),
  lastDay: today(),
  activities: DAYS,
});
const clock = setInterval(() => athlete.setLastDay(today()), 60_000);

say(`Garmin is at ${server.url}, with one invented athlete. Start Formline with

  FORMLINE_GARMIN_PERSONAL_URL=${server.url} \\
  FORMLINE_GARMIN_CONNECT=1 \\
  FORMLINE_GARMIN_CONNECT_URL=${server.url} \\
  FORMLINE_GARMIN_CONNECT_AUTH_URL=${server.url} npm start

and connect with the key
  ${athlete.key}
or with the tokens
  ${server.diTokenJson(athlete)}

${HELP}`);

/** Everything but signing in is so, until it is something else. */
function from(day: Omit<BadDay, "path" | "times">): void {
  server.recover();
  server.fail({ ...day, path: /^(?!.*token)/, times: Number.POSITIVE_INFINITY });
}

function hear(line: string): string {
  const [word = "", number] = line.trim().split(/\s+/);
  if (word === "well") server.recover();
  else if (line.trim() === "tokens end") server.endAccessTokens();
  else if (word === "run") athlete.addActivities(1);
  else if (/^(4|5)\d\d$/.test(word)) {
    from({ status: Number(word), ...(number && { retryAfterS: Number(number) }) });
  } else if (KINDS.includes(word)) from({ how: word as NonNullable<BadDay["how"]> });
  else return HELP;
  return `Garmin: ${line.trim()}. ${server.requests.length} questions so far.\n`;
}

const lines = createInterface({ input: process.stdin });
for await (const line of lines) {
  if (line.trim() === "bye") break;
  say(hear(line));
}
clearInterval(clock);
lines.close();
await server.close();
