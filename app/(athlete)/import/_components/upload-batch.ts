import { importCreatedBody } from "@/lib/schemas/import";
import { UploadError, uploadFile } from "./upload-file";
import { refusalBeforeUpload } from "./upload-limits";

const AT_ONCE = 3;
const ATTEMPTS = 4;
const LONGEST_WAIT_S = 60;

export type UploadFailure = { readonly name: string; readonly reason: string };
export type UploadProgress = {
  readonly sentFiles: number;
  readonly totalFiles: number;
  readonly sentBytes: number;
  readonly totalBytes: number;
};
export type UploadResult = {
  /** Null when not one file arrived. */
  readonly batchId: string | null;
  readonly failures: readonly UploadFailure[];
};

type Options = {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: UploadProgress) => void;
};

/**
 * Opens a batch, sends the files a few at a time, and starts it with those that arrived.
 * A file that fails does not stop the others; it comes back with its reason.
 */
export async function uploadBatch(files: readonly File[], options: Options): Promise<UploadResult> {
  const { batchId } = importCreatedBody.parse(await post("/api/imports"));
  const failures: UploadFailure[] = [];
  const waiting = [...files];
  const progress = new ProgressOf(files, options.onProgress);
  let arrived = 0;

  async function worker(): Promise<void> {
    for (let file = waiting.shift(); file; file = waiting.shift()) {
      const reason = await sendOne(file, batchId, options.signal, progress);
      if (reason === null) arrived += 1;
      else failures.push({ name: file.name, reason });
      progress.finish(file);
    }
  }

  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  if (arrived === 0) return { batchId: null, failures };
  await post(`/api/imports/${batchId}/start`);
  return { batchId, failures };
}

/** Null when the file arrived, otherwise why not. */
async function sendOne(
  file: File,
  batchId: string,
  signal: AbortSignal,
  progress: ProgressOf,
): Promise<string | null> {
  if (signal.aborted) return "Stopped before it was sent.";
  const refusal = refusalBeforeUpload(file);
  if (refusal !== null) return refusal;
  for (let attempt = 1; ; attempt += 1) {
    try {
      await uploadFile(file, batchId, {
        signal,
        onProgress: (sent) => progress.move(file, sent),
      });
      return null;
    } catch (error) {
      if (!(error instanceof UploadError)) throw error;
      if (!error.isRetriable || attempt === ATTEMPTS) return error.message;
      await pause(Math.min(error.retryAfterS ?? 2 ** attempt, LONGEST_WAIT_S), signal);
    }
  }
}

function pause(seconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, seconds * 1000);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

async function post(path: string): Promise<unknown> {
  const response = await fetch(path, { method: "POST" });
  const body: unknown = await response.json().catch(() => null);
  if (response.ok) return body;
  const message = (body as { error?: { message?: unknown } } | null)?.error?.message;
  throw new Error(
    typeof message === "string" ? message : `The server answered ${response.status}.`,
  );
}

class ProgressOf {
  readonly #sent = new Map<File, number>();
  readonly #files: readonly File[];
  readonly #report: (progress: UploadProgress) => void;
  #finished = 0;

  constructor(files: readonly File[], report: (progress: UploadProgress) => void) {
    this.#files = files;
    this.#report = report;
  }

  move(file: File, sentBytes: number): void {
    this.#sent.set(file, Math.min(sentBytes, file.size));
    this.#tell();
  }

  finish(file: File): void {
    this.#finished += 1;
    this.move(file, file.size);
  }

  #tell(): void {
    this.#report({
      sentFiles: this.#finished,
      totalFiles: this.#files.length,
      sentBytes: [...this.#sent.values()].reduce((sum, bytes) => sum + bytes, 0),
      totalBytes: this.#files.reduce((sum, file) => sum + file.size, 0),
    });
  }
}
