/** What the real service takes in a request, as its documentation and its SDK's types say. */
import { z } from "zod";

const cacheControl = z.strictObject({
  type: z.literal("ephemeral"),
  ttl: z.enum(["5m", "1h"]).optional(),
});
/** The played model reads text alone; images, documents and tools are none of what we send. */
const textBlock = z.strictObject({
  type: z.literal("text"),
  text: z.string(),
  cache_control: cacheControl.nullish(),
  citations: z.null().optional(),
});
const content = z.union([z.string(), z.array(textBlock)]);

/** Fields that are known, and of no account to the played model. */
const any = z.unknown().optional();
const unplayed = {
  ...{ cache_control: cacheControl.nullish(), container: any, diagnostics: any },
  ...{ inference_geo: any, service_tier: any, speed: any, stop_sequences: any, thinking: any },
  ...{ tool_choice: any, tools: any, user_profile_id: any, workspace_id: any },
};

export const messageRequest = z.strictObject({
  ...unplayed,
  model: z.string(),
  max_tokens: z.int().min(0),
  messages: z
    .array(z.strictObject({ role: z.enum(["user", "assistant", "system"]), content }))
    .min(1),
  system: content.optional(),
  stream: z.boolean().optional(),
  metadata: z.strictObject({ user_id: z.string().nullish() }).optional(),
  output_config: z
    .strictObject({
      effort: z.enum(["low", "medium", "high", "xhigh", "max"]).nullish(),
      format: z
        .strictObject({
          type: z.literal("json_schema"),
          schema: z.record(z.string(), z.unknown()),
        })
        .nullish(),
    })
    .optional(),
});

export type MessageRequest = z.infer<typeof messageRequest>;

/** Its custom id alone is looked at when it is sent; the rest when it is worked off. */
export const batchRequest = z.strictObject({
  requests: z
    .array(
      z.strictObject({
        custom_id: z.string().regex(/^[a-zA-Z0-9_-]{1,64}$/),
        params: z.record(z.string(), z.unknown()),
      }),
    )
    .min(1)
    .max(100_000),
});

/** The first thing that is wrong, in the words of the real service: "path: reason". */
export function firstIssue(error: z.ZodError): string {
  const { path, reason } = issueOf(error.issues[0]);
  return path.length === 0 ? reason : `${path.join(".")}: ${reason}`;
}

type Issue = z.core.$ZodIssue;
type Said = { readonly path: readonly PropertyKey[]; readonly reason: string };

function issueOf(issue: Issue | undefined): Said {
  if (!issue) return { path: [], reason: "Invalid request" };
  const { path } = issue;
  if (issue.code === "unrecognized_keys") {
    return { path: [...path, ...issue.keys.slice(0, 1)], reason: "Extra inputs are not permitted" };
  }
  // Of a text or a list of blocks, what the list lacks.
  const inner = issue.code === "invalid_union" ? issue.errors.at(-1)?.[0] : undefined;
  if (inner && inner.path.length > 0) {
    const said = issueOf(inner);
    return { path: [...path, ...said.path], reason: said.reason };
  }
  const isMissing = /received undefined/.test(issue.message);
  return { path, reason: isMissing ? "Field required" : issue.message };
}
