import { env } from "@/lib/env";
import { SourceError } from "@/lib/integrations/source-ports";
import { stravaSubscription } from "@/lib/integrations/strava/strava-subscription";
import type { Command, CommandIo } from "./command";
import { parseOptions } from "./parse-options";
import { UsageError } from "./usage-error";

const VERBS = ["status", "subscribe", "unsubscribe"] as const;
type Verb = (typeof VERBS)[number];

export const stravaCommand: Command = {
  name: "strava",
  summary: "the subscription to Strava's events",
  database: "none",
  help: `Usage: formline strava status
       formline strava subscribe
       formline strava unsubscribe

Strava tells of new, changed and removed activities at one address per application. To
subscribe, this server has to run and to be reachable at FORMLINE_URL by https: Strava asks
it first. Without a subscription each account is looked at every six hours.

Needs FORMLINE_STRAVA_ID and FORMLINE_STRAVA_SECRET; see docs/strava.md.

Example: formline strava subscribe
`,
  async run(args, io) {
    const { positionals } = parseOptions(args, {});
    const verb = VERBS.find((one) => one === positionals[0]);
    if (verb === undefined || positionals.length !== 1) {
      throw new UsageError("Say what to do: strava status, subscribe or unsubscribe.");
    }
    try {
      return await act(verb, io);
    } catch (error) {
      if (!(error instanceof SourceError)) throw error;
      io.err(`${HELP[error.failure] ?? error.message}\n`);
      return 1;
    }
  },
};

const HELP: Partial<Record<SourceError["failure"], string>> = {
  signed_out: "Strava does not know this id and secret. Check FORMLINE_STRAVA_ID and _SECRET.",
  refused:
    "Strava did not accept the address. The server has to run and be reachable at FORMLINE_URL from outside, and an application has one subscription only.",
};

async function act(verb: Verb, io: CommandIo): Promise<number> {
  const { publicUrl, sources } = env();
  if (sources.strava === null) {
    io.err("Strava is not set up: FORMLINE_STRAVA_ID and FORMLINE_STRAVA_SECRET are missing.\n");
    return 1;
  }
  const subscription = stravaSubscription(sources.strava);
  const current = await subscription.current();
  if (verb === "status") {
    io.out(current ? `${told(current)}\n` : "There is no subscription.\n");
    return 0;
  }
  if (verb === "unsubscribe") {
    if (current) await subscription.remove(current.id);
    io.out(current ? "Unsubscribed.\n" : "There was no subscription.\n");
    return 0;
  }
  const made = current ?? (await subscription.create(`${publicUrl}/api/webhooks/strava`));
  io.out(`${told(made)}\nSet FORMLINE_STRAVA_SUBSCRIPTION=${made.id}\n`);
  return 0;
}

function told({ id, callbackUrl }: { readonly id: string; readonly callbackUrl: string }): string {
  return `Subscription ${id} leads to ${callbackUrl}`;
}
