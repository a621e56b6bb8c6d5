/** A file that did not arrive: the sentence for the athlete, and whether to try again. */
export class UploadError extends Error {
  readonly isRetriable: boolean;
  /** What the server asked to wait, in seconds. */
  readonly retryAfterS: number | null;

  constructor(message: string, isRetriable: boolean, retryAfterS: number | null = null) {
    super(message);
    this.name = "UploadError";
    this.isRetriable = isRetriable;
    this.retryAfterS = retryAfterS;
  }
}

type Options = { readonly signal: AbortSignal; readonly onProgress: (sentBytes: number) => void };

/** Sends one file as the raw body of one request. XMLHttpRequest, because fetch tells no progress. */
export function uploadFile(file: File, batchId: string, options: Options): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", `/api/uploads?batch=${batchId}`);
    request.setRequestHeader("content-type", "application/octet-stream");
    request.setRequestHeader("x-file-name", encodeURIComponent(file.name));
    request.upload.onprogress = (event) => options.onProgress(event.loaded);
    request.onload = () => {
      if (request.status >= 200 && request.status < 300) resolve();
      else reject(errorFrom(request));
    };
    request.onerror = () => reject(new UploadError("The connection was lost.", true));
    request.onabort = () => reject(new UploadError("Stopped.", false));
    options.signal.addEventListener("abort", () => request.abort(), { once: true });
    if (options.signal.aborted) reject(new UploadError("Stopped.", false));
    else request.send(file);
  });
}

function errorFrom(request: XMLHttpRequest): UploadError {
  const wait = Number(request.getResponseHeader("retry-after"));
  return new UploadError(
    messageFrom(request.responseText) ?? `The server answered ${request.status}.`,
    request.status === 429 || request.status >= 500,
    Number.isFinite(wait) && wait > 0 ? wait : null,
  );
}

function messageFrom(body: string): string | null {
  try {
    const message: unknown = JSON.parse(body)?.error?.message;
    return typeof message === "string" ? message : null;
  } catch {
    return null;
  }
}
