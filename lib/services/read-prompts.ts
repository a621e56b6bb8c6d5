import "server-only";
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import path from "node:path";
import type { PromptKind, PromptTexts } from "@/lib/assistant/build-prompt";

const FILES = {
  rules: "rules",
  weekly: "weekly-insights",
  daily: "daily-briefing",
  debrief: "activity-debrief",
  repair: "repair",
} as const satisfies Record<keyof PromptTexts, string>;

export type Prompts = {
  readonly texts: PromptTexts;
  /** Of everything that shapes an answer of this kind: another one is another prompt. */
  readonly hashOf: (kind: PromptKind) => string;
};

/** Nothing in the prompts changes while a server runs. */
let read: Promise<Prompts> | undefined;

/** The versioned prompts of lib/assistant/prompts; rejects when the copy lacks one. */
export function readPrompts(): Promise<Prompts> {
  read ??= readAll().catch((error: unknown) => {
    read = undefined;
    throw error;
  });
  return read;
}

async function readAll(): Promise<Prompts> {
  const entries = Object.entries(FILES).map(async ([name, file]) => {
    const place = path.join(process.cwd(), "lib", "assistant", "prompts", `${file}.md`);
    return [name, withoutFrontMatter(await readFile(place, "utf8"))] as const;
  });
  const texts = Object.fromEntries(await Promise.all(entries)) as PromptTexts;
  return {
    texts,
    hashOf: (kind) =>
      createHash("sha256")
        .update(`${texts.rules}\n${texts[kind]}\n${texts.repair}`)
        .digest("hex")
        .slice(0, 16),
  };
}

/** The version is for people; what it stands for is in the hash. */
function withoutFrontMatter(text: string): string {
  return text.replace(/^---\n[\s\S]*?\n---\n/, "").trim();
}
