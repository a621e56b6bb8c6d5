import type { Chance } from "./chance";
import type { Vendor } from "./people";
import type { Worker } from "./worker";

export type Delivery = {
  readonly vendor: Vendor;
  readonly headers: Headers;
  readonly body: Uint8Array;
};

/**
 * The vendors' messages on their way: late, repeated, out of order; again later when nobody
 * takes them, as vendors do.
 */
export class Post {
  readonly #chance: Chance;
  #waiting: Delivery[] = [];
  readonly #sent: Delivery[] = [];
  delivered = 0;
  refused = 0;

  constructor(chance: Chance) {
    this.#chance = chance;
  }

  get waiting(): number {
    return this.#waiting.length;
  }

  add(...deliveries: readonly Delivery[]): void {
    this.#waiting.push(...deliveries);
  }

  /** Brings some of what waits, or all of it; and again some of what was brought long ago. */
  async bring(worker: Worker, share: number): Promise<void> {
    const due = this.#waiting.filter(() => this.#chance.happens(share));
    const again = share < 1 && this.#chance.happens(0.2) ? this.#chance.oneOf(this.#sent) : null;
    const repeats = again ? new Array(1 + this.#chance.below(100)).fill(again) : [];
    for (const delivery of this.#chance.shuffled([...due, ...repeats])) {
      await this.#deliver(worker, delivery);
    }
  }

  async #deliver(worker: Worker, delivery: Delivery): Promise<void> {
    const status = await post(worker, delivery);
    if (status === null || status >= 500) return;
    if (status >= 400) this.refused++;
    else this.delivered++;
    if (!this.#waiting.includes(delivery)) return;
    this.#waiting = this.#waiting.filter((one) => one !== delivery);
    this.#sent.push(delivery);
  }
}

/** Null when nobody answers. */
async function post(worker: Worker, { vendor, headers, body }: Delivery): Promise<number | null> {
  if (worker.url === null) return null;
  const init = { method: "POST", headers, body: Buffer.from(body) };
  return fetch(`${worker.url}/api/webhooks/${vendor}`, init).then(
    ({ status }) => status,
    () => null,
  );
}
