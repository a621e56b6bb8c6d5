import { AppError } from "@/lib/errors";
import { route } from "@/lib/http/route";
import { providerParams } from "@/lib/schemas/connections";
import { beginOAuth } from "@/lib/services/begin-oauth";

/** Leads to the vendor's consent page, from a link of our own pages only. */
export const GET = route(
  { auth: "athlete", name: "/api/oauth/[provider]/start", params: providerParams },
  async ({ ctx, params, request }) => {
    const site = request.headers.get("sec-fetch-site");
    if (site === "cross-site" || site === "same-site") {
      throw new AppError("forbidden", "Begin at Settings → Connections.");
    }
    const { url } = await beginOAuth(ctx, params.provider);
    return new Response(null, { status: 303, headers: { location: url.href } });
  },
);
