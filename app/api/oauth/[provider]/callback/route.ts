import { AppError } from "@/lib/errors";
import { route } from "@/lib/http/route";
import { consentQuery, providerParams } from "@/lib/schemas/connections";
import { finishOAuth } from "@/lib/services/finish-oauth";

const PAGE = "/settings/connections";

/** Where the vendor's consent page leads back to; the page then says what came of it. */
export const GET = route(
  {
    auth: "athlete",
    name: "/api/oauth/[provider]/callback",
    params: providerParams,
    query: consentQuery,
  },
  async ({ ctx, params: { provider }, query: { state, code, scope } }) => {
    const answer = { state, code: code ?? null, scope: scope ?? null };
    const outcome = await finishOAuth(ctx, provider, answer).then(
      () => `connected=${provider}`,
      (error: unknown) => {
        if (!(error instanceof AppError) || error.code === "internal") throw error;
        return `refused=${provider}&why=${error.code}`;
      },
    );
    return new Response(null, { status: 303, headers: { location: `${PAGE}?${outcome}` } });
  },
);
