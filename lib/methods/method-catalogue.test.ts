import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { METRIC_REGISTRY } from "@/lib/training/registry/metric-registry";
import { checkMethod } from "./check-method";
import { methodOfFormula, methodOfSlug } from "./find-method";
import { METHODS } from "./method-catalogue";
import { REFERENCE_VECTORS } from "./reference-vectors";

const DOCS = path.resolve("docs/methods");
const docs = readdirSync(DOCS).map((name) => name.replace(/\.md$/, ""));
const textOf = (slug: string) => readFileSync(path.join(DOCS, `${slug}.md`), "utf8");

describe("the method catalogue", () => {
  it("has an entry for each file of docs/methods, and a file for each entry", () => {
    expect(METHODS.map(({ slug }) => slug).toSorted()).toEqual(docs.toSorted());
  });

  it.each(docs)("calls %s as its heading does", (slug) => {
    expect(textOf(slug).split("\n")[0]).toBe(`# ${methodOfSlug(slug)?.title}`);
  });

  it.each(docs)("%s says formula, source and limits", (slug) => {
    for (const heading of ["## Formula", "## Source", "## Limits"]) {
      expect(textOf(slug)).toContain(`\n${heading}\n`);
    }
  });

  it.each(docs)("%s links to pages that exist", (slug) => {
    const targets = [...textOf(slug).matchAll(/\]\(([^)]+)\.md\)/g)].map(([, target]) => target);
    for (const target of targets) expect(docs).toContain(target);
  });

  it.each(METHODS)("$slug names each of its formulas", ({ slug, formulas }) => {
    for (const formula of formulas) {
      const mentioned = formula.startsWith("SIG-") ? "SIG-1@1 to SIG-5@1" : `${formula}`;
      expect(textOf(slug)).toContain(mentioned);
    }
  });

  it("gives each formula and each metric to one method", () => {
    const formulas = METHODS.flatMap((method) => method.formulas);
    expect(new Set(formulas).size).toBe(formulas.length);
    const metrics = METHODS.flatMap((method) => method.metrics);
    expect(new Set(metrics).size).toBe(metrics.length);
  });

  it.each(Object.keys(METRIC_REGISTRY))("has a page and a vector for the metric %s", (metric) => {
    expect(METHODS.filter(({ metrics }) => metrics.includes(metric))).toHaveLength(1);
    expect(REFERENCE_VECTORS.some((vector) => vector.metric === metric)).toBe(true);
  });

  it("explains each formula that the code stamps on its numbers", () => {
    const stamped = sourcesIn("lib/training").flatMap((text) =>
      [...text.matchAll(/"([A-Z0-9][A-Za-z0-9-]*@\d+)"/g)].map(([, formula]) => formula as string),
    );
    expect(stamped.length).toBeGreaterThan(20);
    expect(stamped.filter((formula) => methodOfFormula(formula) === null)).toEqual([]);
  });
});

describe("reference vectors", () => {
  it("have ids of their own and say their input in words", () => {
    const ids = REFERENCE_VECTORS.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(REFERENCE_VECTORS.filter(({ about }) => !about)).toEqual([]);
  });

  it("all pass, and each is shown on one page", () => {
    const checked = METHODS.flatMap(checkMethod);
    expect(checked).toHaveLength(REFERENCE_VECTORS.length);
    expect(checked.filter(({ isPassed }) => !isPassed)).toEqual([]);
  });

  it("are shown with their units", () => {
    const method = methodOfSlug("normalized-power");
    expect(method && checkMethod(method)[1]?.lines).toEqual([
      { name: "Normalized power", got: "252.826 W", expected: "252.826 W" },
    ]);
  });
});

function sourcesIn(folder: string): string[] {
  return readdirSync(path.resolve(folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))
    .map((name) => readFileSync(path.join(folder, name), "utf8"));
}
