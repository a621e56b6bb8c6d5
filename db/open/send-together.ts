import type { PoolClient } from "pg";

/**
 * From now on, statements that this connection is given within one turn leave in one piece: each
 * write to the network costs as much as building a statement does.
 */
export function sendTogether(client: PoolClient): void {
  const { stream } = (client as unknown as Connected).connection;
  const query = client.query.bind(client) as (...args: unknown[]) => unknown;
  let isHeld = false;
  const holdBack = () => {
    isHeld = true;
    stream.cork();
    process.nextTick(() => {
      isHeld = false;
      stream.uncork();
    });
  };
  client.query = ((...args: unknown[]) => {
    if (!isHeld) holdBack();
    return query(...args);
  }) as PoolClient["query"];
}

type Connected = { readonly connection: { readonly stream: { cork(): void; uncork(): void } } };
