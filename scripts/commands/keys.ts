import { ringKeyUse } from "@/db/queries/athlete-keys";
import { systemContext } from "@/lib/auth/context";
import { keyRing, newRingKey } from "@/lib/crypto/key-ring";
import { dispatchKeyRenewals } from "@/lib/services/dispatch-key-renewals";
import { resealReceipts, rewrapKeys } from "@/lib/services/rewrap-keys";
import type { Command, CommandIo } from "./command";
import { parseOptions } from "./parse-options";
import { UsageError } from "./usage-error";

export const keysCommand: Command = {
  name: "keys",
  summary: "the keys that seal what connections sign in with",
  database: "open",
  help: `Usage: formline keys [--json]
       formline keys new
       formline keys rotate [--athletes]

Without a verb: which key of FORMLINE_KEYS is current, and how many athletes' keys each of
them wraps. Never shows a key.

new       prints a fresh key to put in front of FORMLINE_KEYS; keep it apart from backups
rotate    puts everything under the current key of FORMLINE_KEYS, also while the server runs;
          a key that wraps nothing any more can be taken out of FORMLINE_KEYS afterwards
          --athletes  also gives every athlete a new key of their own, in the background

Example: formline keys rotate
Exit code: 0, or 1 when something was sealed with a key that FORMLINE_KEYS lacks.
`,
  async run(args, io) {
    const { values, positionals } = parseOptions(args, {
      json: { type: "boolean", default: false },
      athletes: { type: "boolean", default: false },
    });
    const [verb, ...rest] = positionals;
    if (rest.length > 0) throw new UsageError("One verb at most: keys new or keys rotate.");
    if (verb === "new") {
      io.out(`${newRingKey(new Date())}\n`);
      return 0;
    }
    if (verb === "rotate") return rotate(io, values.athletes === true);
    if (verb !== undefined) throw new UsageError(`"${verb}" is not something to do with keys.`);
    return show(io, values.json === true);
  },
};

async function show(io: CommandIo, isJson: boolean): Promise<number> {
  const used = await systemContext().tx(ringKeyUse);
  const current = keyRing().current.id;
  if (isJson) io.out(`${JSON.stringify({ current, used })}\n`);
  else {
    io.out(`Current key: ${current}\n`);
    if (used.length === 0) io.out("Nothing is sealed yet.\n");
    for (const { ringKeyId, keys } of used) io.out(`${ringKeyId}  wraps ${keys} athletes' keys\n`);
  }
  return 0;
}

async function rotate(io: CommandIo, withAthletes: boolean): Promise<number> {
  const keys = await inPages((after) => rewrapKeys(systemContext(), after));
  const messages = await inPages((after) => resealReceipts(systemContext(), after));
  io.out(
    `Put ${keys.rewrapped} athletes' keys and ${messages.rewrapped} waiting messages under ${keyRing().current.id}.\n`,
  );
  if (withAthletes) {
    const due = await inPages((after) =>
      dispatchKeyRenewals(systemContext(), { ageDays: 0, after }),
    );
    io.out(`${due.athletes} athletes get a new key in the background.\n`);
  }
  const unreadable = keys.unreadable + messages.unreadable;
  if (unreadable === 0) return 0;
  io.err(`${unreadable} could not be opened; the log says why. Is a key missing?\n`);
  return 1;
}

type Page = { readonly lastId: string | null } & Readonly<Record<string, number | string | null>>;

/** The counts of all pages together. */
async function inPages<P extends Page>(
  work: (after: string | null) => Promise<P>,
): Promise<Record<Exclude<keyof P, "lastId">, number>> {
  const sums: Record<string, number> = {};
  let after: string | null = null;
  do {
    const page: P = await work(after);
    for (const [name, count] of Object.entries(page)) {
      if (typeof count === "number") sums[name] = (sums[name] ?? 0) + count;
    }
    after = page.lastId;
  } while (after !== null);
  return sums as Record<Exclude<keyof P, "lastId">, number>;
}
