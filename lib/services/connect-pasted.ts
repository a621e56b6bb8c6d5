import "server-only";
import type { AthleteContext } from "@/lib/auth/context";
import { AppError, invalidInput, notFound } from "@/lib/errors";
import { SourceError } from "@/lib/integrations/source-ports";
import { PROVIDER_NAMES } from "@/lib/training/source/provider-names";
import type { Provider } from "@/lib/training/source/providers";
import { connectSource } from "./connect-source";

const DAY_MS = 86_400_000;

/**
 * Connects with what the athlete pastes: a key, tokens, a calendar's address. It is tried once
 * before anything is kept. `validDays`: after how many days it ends, as the athlete has chosen
 * at the vendor. Throws "invalid_input" when the vendor does not take it, "unavailable" when it
 * does not answer.
 */
export async function connectPasted(
  ctx: AthleteContext,
  provider: Provider,
  input: {
    readonly pasted: string;
    readonly validDays?: number;
    /** What the athlete calls it; absent: as the vendor does. */
    readonly label?: string | null;
  },
): Promise<{ readonly connectionId: string }> {
  const source = ctx.ports.sources.pasted(provider);
  if (source === null) throw notFound(`A way to connect ${PROVIDER_NAMES[provider]}`);
  const signedIn = await source.signIn(input.pasted).catch((error: unknown) => {
    throw error instanceof SourceError ? refusalOf(error) : error;
  });
  const { validDays, label } = input;
  return connectSource(ctx, provider, {
    ...signedIn,
    ...(label ? { label } : {}),
    ...(validDays === undefined
      ? {}
      : { expiresAt: new Date(ctx.now.getTime() + validDays * DAY_MS) }),
  });
}

const NOT_TAKEN: Readonly<Partial<Record<Provider, string>>> = {
  garmin_personal:
    "Garmin does not take this key. Copy the whole of it; if it has ended, make a new one.",
  garmin_connect: "Garmin does not take these tokens. Paste the whole file, and a fresh one.",
  calendar: "There is no calendar at this address. Copy the address of its feed (ICS).",
};

function refusalOf(error: SourceError): AppError {
  const { provider, failure } = error;
  const name = PROVIDER_NAMES[provider];
  if (failure === "unavailable" || failure === "rate_limited") {
    const text = `${name} does not answer at the moment. Try again in a few minutes.`;
    return new AppError("unavailable", text, { cause: error });
  }
  return invalidInput(NOT_TAKEN[provider] ?? `${name} does not take this.`);
}
