import "server-only";
import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Method } from "./method-catalogue";

export type MethodText = {
  /** Its first paragraph: what it is, in plain words. */
  readonly summary: string;
  /** Markdown after the heading. */
  readonly body: string;
};

/** Nothing in docs changes while a server runs. */
const read = new Map<string, Promise<MethodText>>();

/** The page of a method as it stands in docs/methods; rejects when the copy lacks the file. */
export function readMethod({ slug }: Method): Promise<MethodText> {
  const known = read.get(slug);
  if (known) return known;
  const text = readFile(path.join(process.cwd(), "docs", "methods", `${slug}.md`), "utf8").then(
    parts,
  );
  read.set(slug, text);
  text.catch(() => read.delete(slug));
  return text;
}

function parts(text: string): MethodText {
  const body = text.replace(/^# .*\n/, "").trim();
  return { body, summary: plain(body.split("\n\n")[0] ?? "") };
}

/** Without the marks of links and emphasis. */
function plain(paragraph: string): string {
  return paragraph.replaceAll(/\[([^\]]+)\]\([^)]*\)/g, "$1").replaceAll(/[*`]/g, "");
}
