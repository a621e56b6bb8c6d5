import { describe, expect, it } from "vitest";
import { heldCredentials } from "@/tests/support/vendors/held-credentials";
import { type Credentials, SourceError } from "../source-ports";
import { staySignedIn } from "./stay-signed-in";

const signedOut = () => new SourceError("garmin_connect", "signed_out", "Signed out.");

/** A vendor that accepts the newest token only, and gives a new one for each that it gets back. */
function vendor(first = 1) {
  let newest = first;
  const renewedFrom: unknown[] = [];
  return {
    renewedFrom,
    end: () => {
      newest += 1;
    },
    renewal: {
      isFresh: ({ isOver }: Credentials) => isOver !== 1,
      renew: async (stored: Credentials) => {
        renewedFrom.push(stored.token);
        await new Promise((resolve) => setTimeout(resolve, 5));
        newest += 1;
        return { token: newest };
      },
    },
    ask: async ({ token }: Credentials) => {
      if (token !== newest) throw signedOut();
      return `with ${token}`;
    },
  };
}

describe("staySignedIn", () => {
  it("renews nothing while the token holds", async () => {
    const { ask, renewal } = vendor();
    const held = heldCredentials({ token: 1 });
    expect(await staySignedIn(held.options, renewal)(ask)).toBe("with 1");
    expect(held.saved).toEqual([]);
  });

  it("renews before a token is over, without asking with it", async () => {
    const { ask, renewal } = vendor();
    const held = heldCredentials({ token: 0, isOver: 1 });
    expect(await staySignedIn(held.options, renewal)(ask)).toBe("with 2");
  });

  it("renews once for all that wait", async () => {
    const { ask, renewal, renewedFrom, end } = vendor();
    const held = heldCredentials({ token: 1 });
    const signed = staySignedIn(held.options, renewal);
    end();
    expect(await Promise.all([signed(ask), signed(ask), signed(ask)])).toEqual(
      Array.from({ length: 3 }, () => "with 3"),
    );
    expect(renewedFrom).toEqual([1]);
  });

  it("stores before it uses: what cannot be stored is not used", async () => {
    const { ask, renewal, end } = vendor();
    const held = heldCredentials({ token: 1 });
    const used: unknown[] = [];
    const signed = staySignedIn(
      {
        ...held.options,
        save: async () => {
          throw new Error("no room");
        },
      },
      renewal,
    );
    end();
    const asking = signed((credentials) => {
      used.push(credentials.token);
      return ask(credentials);
    });
    await expect(asking).rejects.toThrow("no room");
    expect(used).toEqual([1]);
  });

  it("renews from what is stored at that moment, not from what it once read", async () => {
    const { ask, renewal, renewedFrom, end } = vendor();
    const row = heldCredentials({ token: 1 });
    const mine = staySignedIn({ ...row.options, credentials: { token: 1 } }, renewal);
    const other = staySignedIn({ ...row.options, credentials: { token: 1 } }, renewal);
    end();
    await other(ask);
    end();
    // The other's token has ended as well: it is the one to renew.
    expect(await mine(ask)).toBe("with 5");
    expect(renewedFrom).toEqual([1, 3]);
  });

  it("passes on what is no matter of signing in, and what renewing does not mend", async () => {
    const { renewal } = vendor();
    const held = heldCredentials({ token: 1 });
    const signed = staySignedIn(held.options, renewal);
    const busy = new SourceError("garmin_connect", "rate_limited", "Busy.");
    await expect(signed(() => Promise.reject(busy))).rejects.toBe(busy);
    expect(held.saved).toEqual([]);
    await expect(signed(() => Promise.reject(signedOut()))).rejects.toMatchObject({
      failure: "signed_out",
    });
    expect(held.saved).toHaveLength(1);
  });
});
