import { createHmac } from "node:crypto";
import type { JobError } from "@/db/schema/jobs";
import { canonicalJson } from "./canonical-json";

export type JobHandler = (request: Request) => Promise<Response>;

/** One operation that the SDK answers with: a step that ran, or that it wants. */
export type Op = {
  readonly op: string;
  readonly id: string;
  readonly name?: string;
  readonly displayName?: string;
  readonly data?: unknown;
  readonly error?: unknown;
  readonly opts?: Readonly<Record<string, unknown>>;
  /** When it began and how long it took, in nanoseconds. */
  readonly timing?: { readonly a: number; readonly b: number };
};

export type FunctionCall = {
  readonly functionId: string;
  /** The hash of the planned step to execute, or "step": whatever comes next. */
  readonly stepId: string;
  readonly requestId: string | null;
  readonly body: {
    readonly event: unknown;
    readonly events: readonly unknown[];
    readonly steps: Readonly<Record<string, unknown>>;
    readonly ctx: Readonly<Record<string, unknown>>;
  };
};

export type Reply =
  | { readonly kind: "returned"; readonly value: unknown }
  | { readonly kind: "ops"; readonly ops: readonly Op[]; readonly retryAfter: string | null }
  | {
      readonly kind: "threw";
      readonly error: JobError;
      readonly isRetriable: boolean;
      readonly retryAfter: string | null;
    };

const PATH = "http://embedded.invalid/api/inngest";

/** The function host, called as an Inngest server would call it, without leaving the process. */
export class FunctionHost {
  readonly #handler: JobHandler;
  readonly #signingKey: string;

  constructor(handler: JobHandler, signingKey: string) {
    this.#handler = handler;
    this.#signingKey = signingKey.replace(/^signkey-\w+-/, "");
  }

  /** Runs the next part of a function. Throws only when the host itself cannot be used. */
  async call({ functionId, stepId, requestId, body }: FunctionCall): Promise<Reply> {
    const query = new URLSearchParams({ fnId: functionId, stepId });
    const headers = requestId === null ? {} : { "x-request-id": requestId };
    const response = await this.#send("POST", `?${query}`, body, headers);
    const answer = parse(await response.text());
    const retryAfter = response.headers.get("retry-after");
    if (response.status === 200) return { kind: "returned", value: answer };
    if (response.status === 206) return { kind: "ops", ops: [answer].flat() as Op[], retryAfter };
    if (response.status === 401) throw new Error("The function host refused our signature.");
    const isRetriable = response.headers.get("x-inngest-no-retry") !== "true";
    return { kind: "threw", error: jobError(answer), isRetriable, retryAfter };
  }

  /** Every function as the SDK registers it. */
  async discover(): Promise<readonly unknown[]> {
    const headers = { "x-inngest-sync-kind": "in_band" };
    const response = await this.#send("PUT", "", { url: PATH }, headers);
    const answer = parse(await response.text()) as { functions?: unknown[] } | null;
    if (response.status !== 200 || !answer?.functions) {
      throw new Error(`The function host did not list its functions (${response.status}).`);
    }
    return answer.functions;
  }

  #send(
    method: string,
    query: string,
    body: unknown,
    headers: Readonly<Record<string, string>>,
  ): Promise<Response> {
    const text = canonicalJson(body);
    const time = String(Math.floor(Date.now() / 1000));
    const signature = createHmac("sha256", this.#signingKey).update(text).update(time);
    return this.#handler(
      new Request(`${PATH}${query}`, {
        method,
        body: text,
        headers: {
          ...headers,
          host: "embedded.invalid",
          "content-type": "application/json",
          "x-inngest-signature": `t=${time}&s=${signature.digest("hex")}`,
        },
      }),
    );
  }
}

function parse(text: string): unknown {
  return text === "" ? null : JSON.parse(text);
}

/** What the SDK says of an error, in the shape that it takes back. */
export function jobError(thrown: unknown): JobError {
  const { name, message, stack, error } = (thrown ?? {}) as Record<string, unknown>;
  return {
    name: typeof name === "string" ? name : "Error",
    message: String(message ?? error ?? "The function failed without saying why."),
    ...(typeof stack === "string" ? { stack } : {}),
  };
}
