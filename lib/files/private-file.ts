import "server-only";
import {
  chmodSync,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { logger } from "@/lib/logger";

type Kept = {
  /** What it holds, for the log: "the key for session cookies". */
  readonly what: string;
  /** The variable that takes its place. */
  readonly variable: string;
  readonly make: () => string;
};

/** The text of an owner-only file, which is made when it is absent and closed when it is open. */
export function privateFile(file: string, { what, variable, make }: Kept): string {
  if (!existsSync(file)) {
    const isOurs = makeOnce(file, make());
    if (isOurs) logger().info({ path: file }, `made ${what}; set ${variable} to use your own`);
  }
  if ((statSync(file).mode & 0o077) !== 0) {
    chmodSync(file, 0o600);
    logger().warn({ path: file }, `${what} was readable by others; made it private`);
  }
  return readFileSync(file, "utf8").trim();
}

/** Of two processes that start at once, one makes the file, whole, and both read it. */
function makeOnce(file: string, text: string): boolean {
  mkdirSync(path.dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, text, { mode: 0o600 });
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    return false;
  } finally {
    rmSync(draft);
  }
}
