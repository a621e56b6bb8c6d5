import "server-only";
import { createHash } from "node:crypto";
import {
  countAttempt,
  type DelayPolicy,
  forgetAttempts,
  forgetAttemptsUnder,
  uncountAttempt,
} from "@/db/mutations/rate-limits";
import { emailKey } from "@/db/queries/system";
import type { SystemTx } from "@/db/scope";

const DELAY = { baseS: 5, capS: 15 * 60, forgetS: 24 * 3600 };

/**
 * How guessing is slowed down. The first counter stops one attacker early; the second stops
 * many who share an account as target; the third, one who tries many accounts.
 */
const POLICIES = {
  accountFromAddress: { ...DELAY, free: 5 },
  account: { ...DELAY, free: 20 },
  address: { ...DELAY, free: 50 },
} satisfies Record<string, DelayPolicy>;
type Scope = keyof typeof POLICIES;

type Target = { readonly email: string; readonly address: string | null };

/** Names nobody: it is what is left in the table after an attack. */
function accountKey(email: string): string {
  return `sign-in:${createHash("sha256").update(emailKey(email)).digest("base64url")}`;
}

function keys({ email, address }: Target): readonly (readonly [Scope, string])[] {
  const account = accountKey(email);
  return [
    ["accountFromAddress", `${account}:${address ?? "unknown"}`],
    ["account", account],
    ...(address === null ? [] : ([["address", `sign-in:from:${address}`]] as const)),
  ];
}

export type AttemptCount =
  | { readonly isAllowed: true }
  | { readonly isAllowed: false; readonly retryAfterS: number };

/** Counts an attempt before it is made; a refused one leaves no trace in any counter. */
export async function countSignInAttempt(
  inTransaction: <T>(work: (tx: SystemTx) => Promise<T>) => Promise<T>,
  target: Target,
  now: Date,
): Promise<AttemptCount> {
  try {
    await inTransaction(async (tx) => {
      for (const [scope, key] of keys(target)) {
        const retryAfterS = await countAttempt(tx, key, POLICIES[scope], now);
        if (retryAfterS !== null) throw new Refused(retryAfterS);
      }
    });
    return { isAllowed: true };
  } catch (error) {
    if (error instanceof Refused) return { isAllowed: false, retryAfterS: error.retryAfterS };
    throw error;
  }
}

/** The password was right: the account starts anew, the address gets its attempt back. */
export async function forgiveSignInAttempts(tx: SystemTx, target: Target): Promise<void> {
  for (const [scope, key] of keys(target)) {
    if (scope === "address") await uncountAttempt(tx, key);
    else await forgetAttempts(tx, key);
  }
}

/** Lifts every delay on the account, from wherever it was caused. */
export async function liftSignInDelay(tx: SystemTx, email: string): Promise<void> {
  await forgetAttemptsUnder(tx, accountKey(email));
}

/** Rolls the transaction back, so that the counters before the refusing one stand as they were. */
class Refused extends Error {
  readonly retryAfterS: number;
  constructor(retryAfterS: number) {
    super("refused");
    this.retryAfterS = retryAfterS;
  }
}
