import type { AthleteContext } from "@/lib/auth/context";
import type { OAuthSource, PastedSource, Source } from "@/lib/integrations/source-ports";

/** A context in which these vendors are set up, without the limits that processes share. */
export function withSources(ctx: AthleteContext, ...sources: readonly Source[]): AthleteContext {
  const of = (provider: string) => sources.find((one) => one.provider === provider) ?? null;
  const ports = {
    ...ctx.ports,
    spool: ctx.ports.spool,
    sources: {
      available: sources.map((source) => source.provider),
      of,
      pasted: (provider: string) => of(provider) as PastedSource | null,
      oauth: (provider: string) => of(provider) as OAuthSource | null,
      redirectUri: (provider: string) => `http://localhost:3000/api/oauth/${provider}/callback`,
      isResting: async () => false,
    },
  };
  return { ...ctx, ports };
}
