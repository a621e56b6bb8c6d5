import { MODELS } from "@/lib/assistant/models";
import { type PlayedRequest, type PlayedUsage, tokensIn } from "./anthropic-messages";

const TTL_MS = { "5m": 5 * 60_000, "1h": 60 * 60_000 } as const;

/** What the service keeps of prompts: their beginnings up to a mark, for five minutes or an hour. */
export function prefixCache(now: () => number) {
  const keptUntil = new Map<string, number>();
  /** Whether it was there already; it is from now on. */
  const touch = (key: string, ttl: "5m" | "1h") => {
    const wasThere = (keptUntil.get(key) ?? 0) > now();
    keptUntil.set(key, now() + TTL_MS[ttl]);
    return wasThere;
  };
  return {
    /** What the request is charged for, with an answer of so many tokens. */
    usage(request: PlayedRequest, outputTokens: number, isBatch: boolean): PlayedUsage {
      const { key, ttl, prefixTokens, restTokens } = partsOf(request);
      if (ttl === null || prefixTokens < leastTokens(request)) {
        return usageOf({ input: prefixTokens + restTokens, outputTokens, isBatch });
      }
      const charged = touch(key, ttl) ? { read: prefixTokens } : { [ttl]: prefixTokens };
      return usageOf({ input: restTokens, outputTokens, isBatch, ...charged });
    },
  };
}

/** A shorter beginning is quietly not kept. */
function leastTokens({ model }: PlayedRequest): number {
  return Object.entries(MODELS).find(([id]) => id === model)?.[1].leastCachedTokens ?? 0;
}

function partsOf(request: PlayedRequest) {
  const blocks = request.system ?? [];
  const marked = blocks.findLastIndex((block) => block.cache_control !== undefined);
  const prefix = blocks.slice(0, marked + 1).map(({ text }) => text);
  const rest = blocks.slice(marked + 1).map(({ text }) => text);
  const turns = (request.messages ?? []).map(({ content }) => content);
  return {
    // Another form of answer is another prompt.
    key: JSON.stringify([request.model, request.output_config?.format, prefix]),
    ttl: marked < 0 ? null : (blocks[marked]?.cache_control?.ttl ?? "5m"),
    prefixTokens: tokensIn(prefix.join("")),
    restTokens: tokensIn([...rest, ...turns].join("")),
  };
}

type Charged = {
  readonly input: number;
  readonly outputTokens: number;
  readonly isBatch: boolean;
  readonly read?: number;
  readonly "5m"?: number;
  readonly "1h"?: number;
};

function usageOf(charged: Charged): PlayedUsage {
  const { "5m": minutes = 0, "1h": hour = 0, read = 0 } = charged;
  return {
    input_tokens: charged.input,
    output_tokens: charged.outputTokens,
    cache_creation_input_tokens: minutes + hour,
    cache_read_input_tokens: read,
    cache_creation: { ephemeral_5m_input_tokens: minutes, ephemeral_1h_input_tokens: hour },
    output_tokens_details: null,
    server_tool_use: null,
    service_tier: charged.isBatch ? "batch" : "standard",
    inference_geo: null,
    speed: null,
  };
}
