import { env } from "node:process";

/** How far the simulated clock is ahead of the true one; the timers stay. */
const aheadMs = Number(env.FORMLINE_TEST_AHEAD_MS ?? 0);
const RealDate = Date;

globalThis.Date = new Proxy(RealDate, {
  construct: (target, args) =>
    Reflect.construct(target, args.length === 0 ? [RealDate.now() + aheadMs] : args),
  get: (target, name) =>
    name === "now" ? () => RealDate.now() + aheadMs : Reflect.get(target, name),
});
