import type { MessageCreateParamsNonStreaming } from "@anthropic-ai/sdk/resources/messages";
import type { z } from "zod";
import type { ModelRequest } from "@/lib/integrations/language-model";

/** How the SDK puts a schema: loaded with the first question. */
type OutputFormat = typeof import("@anthropic-ai/sdk/helpers/zod").zodOutputFormat;
type WireFormat = { readonly type: "json_schema"; readonly schema: Record<string, unknown> };

/** A schema's own bytes are part of what the provider keeps: they are made once. */
const formats = new WeakMap<z.ZodType, WireFormat>();

/**
 * The request as it goes over the line. What is the same for all athletes stands first and is
 * marked to be kept: for an hour in batches, which take their time, else for five minutes.
 */
export function wireRequest<Value>(
  request: ModelRequest<Value>,
  outputFormat: OutputFormat,
  keep: "5m" | "1h",
): MessageCreateParamsNonStreaming {
  return {
    model: request.model,
    max_tokens: request.mostTokens,
    system: [
      { type: "text", text: request.prefix, cache_control: { type: "ephemeral", ttl: keep } },
    ],
    messages: request.turns.map(({ role, text }) => ({ role, content: text })),
    output_config: {
      effort: request.effort,
      format: wireFormat(request.format, outputFormat),
    },
    metadata: { user_id: request.userHash },
  };
}

function wireFormat(schema: z.ZodType, outputFormat: OutputFormat): WireFormat {
  const known = formats.get(schema);
  if (known) return known;
  const { type, schema: json } = outputFormat(schema);
  const format = { type, schema: json };
  formats.set(schema, format);
  return format;
}
