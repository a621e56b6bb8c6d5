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
  let renewing: Promise<void> | null = null;

  const renewed = async (stale: Credentials) => {
    await options.exclusively(async (stored) => {
      const isAnother = JSON.stringify(stored) !== JSON.stringify(stale);
      if (isAnother && isFresh(stored, options.now())) {
        current = stored;
        return;
      }
      const fresh = await renew(stored);
      await options.save(fresh);
      current = fresh;
    });
  };
  const renewOnce = (stale: Credentials) => {
    renewing ??= renewed(stale).finally(() => {
      renewing = null;
    });
    return renewing;
  };

  return async (work) => {
    if (!isFresh(current, options.now())) await renewOnce(current);
    const used = current;
    try {
      return await work(used);
    } catch (error) {
      if (!(error instanceof SourceError) || error.failure !== "signed_out") throw error;
      if (current === used) await renewOnce(used);
      return work(current);
    }
  };
}
