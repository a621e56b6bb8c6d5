// A TypeScript program with its modules in one file: it starts several times as fast as when
// some hundred modules are loaded one by one. Made when one of them has changed since.
import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
// Below node_modules, so that packages are found from there.
const FOLDER = path.join(ROOT, "node_modules", ".cache", "formline");

/** What `node` is called with to run the program; `entry` is seen from the project's folder. */
export function programArguments(entry) {
  const name = entry.replace(/\.ts$/, "").replaceAll(/[^a-z0-9-]+/gi, "-");
  const file = path.join(FOLDER, `${name}.mjs`);
  const list = path.join(FOLDER, `${name}.json`);
  if (!isFresh(list)) bundle(entry, file, list);
  return ["--conditions=react-server", file];
}

function bundle(entry, file, list) {
  mkdirSync(FOLDER, { recursive: true });
  const [halfFile, halfList] = [file, list].map((name) => `${name}.${process.pid}`);
  const { metafile } = buildSync({
    ...{ entryPoints: [path.resolve(ROOT, entry)], outfile: halfFile, absWorkingDir: ROOT },
    ...{ bundle: true, platform: "node", format: "esm", target: "node20", metafile: true },
    ...{ packages: "external", conditions: ["react-server"], logLevel: "error" },
  });
  const inputs = [...Object.keys(metafile.inputs), "package.json", "tsconfig.json"];
  const times = Object.fromEntries(inputs.map((input) => [input, changedAt(input)]));
  writeFileSync(halfList, JSON.stringify(times));
  // Another call may be reading the ones before.
  renameSync(halfFile, file);
  renameSync(halfList, list);
}

function isFresh(list) {
  try {
    const times = JSON.parse(readFileSync(list, "utf8"));
    return Object.entries(times).every(([input, time]) => changedAt(input) === time);
  } catch {
    return false;
  }
}

function changedAt(input) {
  return statSync(path.resolve(ROOT, input)).mtimeMs;
}
