import { auditLog } from "@/db/schema";
import type { SystemTx } from "@/db/scope";
import type { UserId } from "@/lib/ids";

export type AuditEvent =
  | "user.registered"
  | "session.started"
  | "session.ended"
  | "session.all_ended"
  | "password.changed"
  | "password.reset"
  | "archive.exported"
  | "role.changed"
  | "job.retried"
  | "job.discarded";

export type AuditEntry = {
  readonly event: AuditEvent;
  readonly outcome: "ok" | "failed" | "denied";
  /** Null when no account is meant, as for an unknown address. */
  readonly userId: UserId | null;
  readonly addressPrefix: string | null;
  readonly requestId: string;
  readonly now: Date;
};

/** Notes a security event. No names, no addresses of mail, no health data. */
export async function insertAuditEntry(tx: SystemTx, entry: AuditEntry): Promise<void> {
  const { now, ...rest } = entry;
  await tx.db.insert(auditLog).values({ ...rest, at: now });
}
