import type { ReactNode } from "react";

/** Names with their values, two to a line on a wide card. */
export function FactList({ facts }: { facts: readonly (readonly [string, ReactNode])[] }) {
  return (
    <dl className="grid grid-cols-2 gap-x-6 gap-y-3 text-sm">
      {facts.map(([name, value]) => (
        <div key={name} className="min-w-0">
          <dt className="text-muted">{name}</dt>
          <dd className="text-base font-medium break-words tabular-nums">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
