/** How far the simulated clock is ahead of the true one; the timers stay. */
export const clock = { aheadMs: 0 };

const RealDate = Date;

globalThis.Date = new Proxy(RealDate, {
  construct: (target, args) =>
    Reflect.construct(target, args.length === 0 ? [RealDate.now() + clock.aheadMs] : args),
  get: (target, name) =>
    name === "now" ? () => RealDate.now() + clock.aheadMs : Reflect.get(target, name),
});
