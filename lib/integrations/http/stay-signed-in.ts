import {
  type Credentials,
  type SessionOptions,
  SourceError,
} from "@/lib/integrations/source-ports";

export type Renewal = {
  /** False when the access token is known to be over, or about to be. */
  isFresh(credentials: Credentials, now: Date): boolean;
  /** New credentials from those that are stored. Throws `SourceError`. */
  renew(stored: Credentials): Promise<Credentials>;
};

export type Signed = <T>(work: (credentials: Credentials) => Promise<T>) => Promise<T>;

/**
 * Runs requests with credentials that hold: renewed before they are over, and once more when
 * the vendor refuses them before their time. However many requests wait, the tokens are
 * renewed once, by one process, and stored before they are used.
 */
export function staySignedIn(options: SessionOptions, { isFresh, renew }: Renewal): Signed {
  let current = options.credentials;
  let renewing: Promise<"renewed" | "taken"> | null = null;

  const renewFrom = (stale: Credentials) =>
    options.exclusively(async (stored): Promise<"renewed" | "taken"> => {
      const isAnother = JSON.stringify(stored) !== JSON.stringify(stale);
      if (isAnother && isFresh(stored, options.now())) {
        current = stored;
        return "taken";
      }
      const fresh = await renew(stored);
      await options.save(fresh);
      current = fresh;
      return "renewed";
    });
  const renewOnce = (stale: Credentials) => {
    renewing ??= renewFrom(stale).finally(() => {
      renewing = null;
    });
    return renewing;
  };

  const attempt = async <T>(
    work: (credentials: Credentials) => Promise<T>,
    canMend: boolean,
  ): Promise<T> => {
    const used = current;
    try {
      return await work(used);
    } catch (error) {
      if (!canMend || !isSignedOut(error)) throw error;
      // What somebody else had got may be over as well; what was just made is not.
      const isNewToUs = current !== used || (await renewOnce(used)) === "taken";
      return attempt(work, isNewToUs);
    }
  };
  return async (work) => {
    if (!isFresh(current, options.now())) await renewOnce(current);
    return attempt(work, true);
  };
}

function isSignedOut(error: unknown): boolean {
  return error instanceof SourceError && error.failure === "signed_out";
}
