import { AppError } from "@/lib/errors";
import { readBody } from "@/lib/http/read-body";
import { route } from "@/lib/http/route";
import { providerParams } from "@/lib/schemas/connections";
import { receiveWebhook } from "@/lib/services/receive-webhook";

/** Vendors send up to 10 MB; of what is larger nothing is wanted here. */
const MOST_BYTES = 16 * 1024 * 1024;

/** A vendor's message, or its question whether this is the address. Its adapter proves who sends. */
const receive = route(
  {
    auth: "public",
    name: "/api/webhooks/[provider]",
    params: providerParams,
    // Vendors prove themselves by a signature or a secret, and hold no cookie.
    sameOrigin: false,
  },
  async ({ ctx, params, request }) => {
    const body = await readBody(request, MOST_BYTES);
    const { headers, url } = request;
    const query = new URL(url).searchParams;
    const answer = await receiveWebhook(ctx, params.provider, { headers, body, query });
    if (answer.kind === "handshake") return Response.json(answer.reply);
    if (answer.kind === "kept") return {};
    if (answer.status === 401) throw new AppError("unauthenticated", "Refused.");
    throw new AppError(answer.status === 400 ? "invalid_input" : "forbidden", "Refused.");
  },
);

export { receive as GET, receive as POST };
