import "server-only";
import { headers } from "next/headers";
import { createSafeActionClient } from "next-safe-action";
import { z } from "zod";
import { systemContext, userIdHash } from "@/lib/auth/context";
import { requireAdminForApi } from "@/lib/auth/current-admin";
import { requireAthleteForApi } from "@/lib/auth/current-athlete";
import { type RequestOrigin, requestOrigin } from "@/lib/auth/request-origin";
import type { ErrorCode } from "@/lib/errors";
import { assertSameOrigin } from "@/lib/http/assert-same-origin";
import { toAppError } from "@/lib/http/error-body";
import { logger } from "@/lib/logger";
import { requestIdFrom, withRequestContext } from "@/lib/request-context";
import { limitUse } from "@/lib/services/limit-use";

/** What an action answers when it could not do its work. */
export type ActionError = {
  readonly code: ErrorCode;
  readonly message: string;
  readonly details: Readonly<Record<string, unknown>>;
  readonly requestId: string;
};

/** Changes that one person can make in a minute; nobody who types gets there. */
const PERSON_LIMIT = { points: 120, windowS: 60 };

const base = createSafeActionClient({
  defaultValidationErrorsShape: "flattened",
  defineMetadataSchema: () => z.object({ name: z.string() }),
  handleServerError: async (error): Promise<ActionError> => {
    const shown = toAppError(error);
    const requestId = requestIdFrom((await headers()).get("x-request-id"));
    if (shown.code === "internal") logger().error({ err: error, requestId }, "an action failed");
    else logger().info({ code: shown.code, requestId }, "an action was refused");
    return { code: shown.code, message: shown.message, details: shown.details, requestId };
  },
});

/**
 * An action for anybody: refuses what another site sent. `ctx.system` for services and
 * `ctx.origin` for limits and the audit log.
 */
export const publicAction = base.use(async ({ next, metadata }) => {
  const incoming = await headers();
  assertSameOrigin(incoming);
  const requestId = requestIdFrom(incoming.get("x-request-id"));
  const origin: RequestOrigin = requestOrigin(incoming);
  return withRequestContext({ requestId, route: `action:${metadata.name}` }, () =>
    next({ ctx: { system: systemContext({ requestId }), origin } }),
  );
});

/** An action of the signed-in athlete, `ctx.athlete`, at most 120 a minute. */
export const athleteAction = publicAction.use(async ({ next, ctx }) => {
  const athlete = await requireAthleteForApi();
  const userId = athlete.actor.userId ?? athlete.athleteId;
  await limitUse(ctx.system, `action:${userId}`, PERSON_LIMIT);
  const ids = athlete.actor.userId ? { userIdHash: userIdHash(athlete.actor.userId) } : {};
  return withRequestContext({ requestId: athlete.requestId, ...ids }, () =>
    next({ ctx: { athlete } }),
  );
});

/** An action of whoever looks after the server, `ctx.admin`; "not_found" for anybody else. */
export const adminAction = publicAction.use(async ({ next, ctx }) => {
  const admin = await requireAdminForApi();
  await limitUse(ctx.system, `action:${admin.adminId}`, PERSON_LIMIT);
  return withRequestContext(
    { requestId: admin.requestId, userIdHash: userIdHash(admin.adminId) },
    () => next({ ctx: { admin } }),
  );
});
