import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { MarkdownView } from "./markdown-view";

const html = (text: string) => renderToStaticMarkup(createElement(MarkdownView, { text }));

describe("MarkdownView", () => {
  it("makes elements of headings, lists, tables and emphasis", () => {
    expect(html("## Formula\n\n`NP-1@1` and *more*")).toMatch(
      /<h2[^>]*>Formula<\/h2><p><code[^>]*>NP-1@1<\/code> and <em>more<\/em><\/p>/,
    );
    expect(html("1. one\n2. two")).toMatch(/<ol[^>]*><li>one<\/li><li>two<\/li><\/ol>/);
    expect(html("| a | b |\n|---|---|\n| 1 | 2 |")).toMatch(/<td[^>]*>1<\/td><td[^>]*>2<\/td>/);
  });

  it("leads from one page to another", () => {
    expect(html("see [HRSS](hrss.md).")).toContain('href="/methods/hrss"');
  });

  it("shows HTML as text", () => {
    const shown = html('<script>alert(1)</script>\n\na <img src="x"> b');
    expect(shown).not.toMatch(/<script|<img/);
    expect(shown).toContain("&lt;script&gt;");
  });

  it.each(readdirSync(path.resolve("docs/methods")))("knows every mark of %s", (name) => {
    const text = readFileSync(path.resolve("docs/methods", name), "utf8");
    const plain = html(text).replaceAll(/<[^>]+>/g, "");
    expect(plain).not.toMatch(/\]\(|^\s*[-|] |`|##/m);
  });
});
