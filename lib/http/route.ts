import "server-only";
import type { z } from "zod";
import {
  type AdminContext,
  type AthleteContext,
  type SystemContext,
  systemContext,
} from "@/lib/auth/context";
import { requireAdminForApi } from "@/lib/auth/current-admin";
import { requireAthleteForApi } from "@/lib/auth/current-athlete";
import { invalidInput } from "@/lib/errors";
import { logger } from "@/lib/logger";
import { requestIdFrom, withRequestContext } from "@/lib/request-context";
import { assertSameOrigin } from "./assert-same-origin";
import { errorBody, toAppError } from "./error-body";
import { readJson } from "./read-json";

type Contexts = { athlete: AthleteContext; admin: AdminContext; public: SystemContext };
type Auth = keyof Contexts;
type ContextOf<A extends Auth> = Contexts[A];
type Schema = z.ZodType | undefined;
type Parsed<S extends Schema> = S extends z.ZodType ? z.output<S> : undefined;
type Answer<S extends Schema> = S extends z.ZodType ? z.input<S> : unknown;

export type RouteOptions<
  A extends Auth,
  Input extends Schema,
  Query extends Schema,
  Params extends Schema,
  Output extends Schema,
> = {
  /**
   * "athlete": somebody signed in, and the context is theirs. "admin": whoever looks after the
   * server; for anybody else there is nothing here. "public": anybody.
   */
  readonly auth: A;
  /** The file pattern, for the log: "/api/imports/[batchId]". */
  readonly name: string;
  /** JSON body. Leave out to read `request.body` yourself. */
  readonly input?: Input;
  readonly query?: Query;
  readonly params?: Params;
  /** What leaves is parsed with this: fields that it does not name stay here. */
  readonly output?: Output;
  /** False where the caller proves itself otherwise than by a cookie (a signature). */
  readonly sameOrigin?: boolean;
};

export type RouteCall<A extends Auth, Input, Query, Params> = {
  readonly ctx: ContextOf<A>;
  readonly input: Input;
  readonly query: Query;
  readonly params: Params;
  readonly request: Request;
};

type LooseOptions = RouteOptions<Auth, Schema, Schema, Schema, Schema>;
type LooseCall = RouteCall<Auth, unknown, unknown, unknown>;
type PathParams = Readonly<Record<string, string | string[] | undefined>>;
type NextHandler = (
  request: Request,
  context: { readonly params: Promise<PathParams> },
) => Promise<Response>;

const SAFE_METHODS = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * A route handler: proves who asks, refuses what another site sent, parses what comes in and
 * what goes out, and answers every error in the one error body. The handler returns plain
 * data (answered as JSON) or a Response of its own. Nothing it answers is ever cached.
 */
export function route<
  A extends Auth,
  Input extends Schema = undefined,
  Query extends Schema = undefined,
  Params extends Schema = undefined,
  Output extends Schema = undefined,
>(
  options: RouteOptions<A, Input, Query, Params, Output>,
  handler: (
    call: RouteCall<A, Parsed<Input>, Parsed<Query>, Parsed<Params>>,
  ) => Promise<Answer<Output> | Response>,
): NextHandler {
  return async (request, context) => {
    const requestId = requestIdFrom(request.headers.get("x-request-id"));
    const response = await withRequestContext({ requestId, route: options.name }, async () => {
      try {
        return await respond(
          options,
          handler as (call: LooseCall) => Promise<unknown>,
          request,
          context.params,
          requestId,
        );
      } catch (error) {
        return errorResponse(error, requestId);
      }
    });
    return withStandardHeaders(response, requestId);
  };
}

async function respond(
  options: LooseOptions,
  handler: (call: LooseCall) => Promise<unknown>,
  request: Request,
  pathParams: Promise<PathParams>,
  requestId: string,
): Promise<Response> {
  if (!SAFE_METHODS.has(request.method) && options.sameOrigin !== false) {
    assertSameOrigin(request.headers);
  }
  const ctx = await contextFor(options.auth, requestId);
  const searchParams = Object.fromEntries(new URL(request.url).searchParams);
  const result = await handler({
    ctx,
    request,
    query: options.query && parse(options.query, searchParams),
    params: options.params && parse(options.params, await pathParams),
    input: options.input && parse(options.input, await readJson(request)),
  });
  if (result instanceof Response) return result;
  return Response.json(options.output ? options.output.parse(result) : (result ?? {}));
}

async function contextFor(auth: Auth, requestId: string): Promise<ContextOf<Auth>> {
  if (auth === "athlete") return requireAthleteForApi();
  return auth === "admin" ? requireAdminForApi() : systemContext({ requestId });
}

function parse(schema: z.ZodType, value: unknown): unknown {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw invalidInput("Some of what was sent is not usable.", {
    issues: result.error.issues.map(({ path, message }) => ({ path: path.join("."), message })),
  });
}

function errorResponse(error: unknown, requestId: string): Response {
  const shown = toAppError(error);
  if (shown.code === "internal") logger().error({ err: error }, "a request failed");
  else logger().info({ code: shown.code, status: shown.status }, "a request was refused");
  const retryAfter = shown.details.retryAfterS;
  return Response.json(errorBody(shown, requestId, new Date()), {
    status: shown.status,
    headers: typeof retryAfter === "number" ? { "retry-after": String(retryAfter) } : {},
  });
}

function withStandardHeaders(response: Response, requestId: string): Response {
  const headers = new Headers(response.headers);
  headers.set("cache-control", "no-store");
  headers.set("x-request-id", requestId);
  const { status, statusText, body } = response;
  return new Response(body, { status, statusText, headers });
}
