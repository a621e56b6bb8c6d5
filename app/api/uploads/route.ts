import { z } from "zod";
import { invalidInput } from "@/lib/errors";
import { route } from "@/lib/http/route";
import { receiveUpload } from "@/lib/services/receive-upload";

/** One file per request, its bytes as the body, streamed to disk: never held in memory whole. */
export const POST = route(
  {
    auth: "athlete",
    name: "/api/uploads",
    query: z.object({ batch: z.uuid() }),
    output: z.object({ fileId: z.uuid() }),
  },
  async ({ ctx, query, request }) => {
    const body = request.body;
    if (!body) throw invalidInput("The request has no body. Send the file's bytes as the body.");
    const name = fileName(request.headers.get("x-file-name"));
    return receiveUpload(ctx, { batchId: query.batch, name, chunks: chunksOf(body) });
  },
);

function fileName(header: string | null): string {
  try {
    return decodeURIComponent(header ?? "unnamed");
  } catch {
    throw invalidInput("The header x-file-name must be percent-encoded.");
  }
}

async function* chunksOf(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = body.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
