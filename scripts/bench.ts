import type { BenchResult } from "./bench/bench-result";

const BENCHES: Record<string, (args: readonly string[]) => Promise<BenchResult>> = {
  analyze: async () => (await import("./bench/analyze")).benchAnalyze(),
  pmc: async () => (await import("./bench/pmc")).benchPmc(),
  curves: async () => (await import("./bench/curves")).benchCurves(),
  web: async () => (await import("./bench/web")).benchWeb(),
  import: async (args) => (await import("./bench/import")).benchImport(args),
  mornings: async (args) => (await import("./bench/mornings")).benchMornings(args),
  decide: async () => (await import("./bench/decide")).benchDecide(),
  pages: async () => (await import("./bench/pages")).benchPages(),
  insights: async (args) => (await import("./bench/insights")).benchInsights(args),
  memory: async () => (await import("./bench/memory")).benchMemory(),
};

function show({ bench, figures, ok }: BenchResult): string {
  const lines = Object.entries(figures).map(([name, { value, goal, ok: met, note }]) => {
    const judged = goal === undefined ? "" : `  goal ${goal}  ${met ? "met" : "MISSED"}`;
    return `  ${name.padEnd(24)} ${String(value ?? "-").padStart(10)}${judged}${note ? `  (${note})` : ""}`;
  });
  return `${bench}: ${ok ? "ok" : "a goal was missed"}\n${lines.join("\n")}\n`;
}

const [name = "", ...options] = process.argv.slice(2);
const run = BENCHES[name];
if (!run) {
  process.stderr.write(
    `Usage: npm run bench -- ${Object.keys(BENCHES).join(" | ")} [--json]\n  import takes --activities N, --kills N and --postgres; mornings and insights take --athletes N\n`,
  );
  process.exit(2);
}
const measured = await run(options);
process.stdout.write(options.includes("--json") ? `${JSON.stringify(measured)}\n` : show(measured));
process.exit(measured.ok ? 0 : 1);
