// A lockfile written beside a partial mirror or an existing node_modules may lose the packages of
// other platforms, and `npm ci` then refuses it. Every optional dependency must have its entry.
import { readFileSync } from "node:fs";

const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8"));

/** Node's own rule: the nearest node_modules, going up from the package. */
function isLocked(from, name) {
  const nearest = `${from === "" ? "" : `${from}/`}node_modules/${name}`;
  if (packages[nearest]) return true;
  return (
    from !== "" && isLocked(from.slice(0, Math.max(0, from.lastIndexOf("/node_modules/"))), name)
  );
}

const missing = Object.entries(packages).flatMap(([from, { optionalDependencies = {} }]) =>
  Object.keys(optionalDependencies)
    .filter((name) => !isLocked(from, name))
    .map((name) => `${name}, which ${from} names`),
);
for (const line of missing) process.stderr.write(`Not in package-lock.json: ${line}\n`);
process.exit(missing.length === 0 ? 0 : 1);
