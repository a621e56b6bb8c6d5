import type { RunAsAthlete, RunAsSystem } from "@/db/scope";
import type { AthleteId, UserId } from "@/lib/ids";
import type { Ports } from "@/lib/integrations/ports";
import type { Logger } from "@/lib/logger";

declare const proven: unique symbol;

export type Actor = {
  readonly kind: "athlete" | "coach" | "job" | "webhook" | "api-key" | "command-line";
  readonly userId: UserId | null;
};

/** Whose data, who asks, when, and through which doors to the outside. Made only here. */
export type AthleteContext = {
  readonly athleteId: AthleteId;
  readonly actor: Actor;
  /** The only way to a row: one transaction, switched to the athlete's rows. */
  readonly tx: RunAsAthlete;
  /** Taken once, at the door. */
  readonly now: Date;
  readonly timeZone: string;
  readonly ports: Ports;
  readonly log: Logger;
  readonly requestId: string;
  readonly [proven]: "athlete";
};

/** For what belongs to no athlete: identity, dispatch, operations. */
export type SystemContext = {
  readonly tx: RunAsSystem;
  readonly now: Date;
  readonly log: Logger;
  readonly requestId: string;
  readonly [proven]: "system";
};
