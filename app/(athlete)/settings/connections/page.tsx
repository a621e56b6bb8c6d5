import { ShieldCheck } from "lucide";
import type { Metadata } from "next";
import { CONNECTION_NAMES } from "@/components/connections/connection-names";
import { Alert } from "@/components/ui/alert";
import { Icon } from "@/components/ui/icon";
import { requireAthlete } from "@/lib/auth/current-athlete";
import { QueryProvider } from "@/lib/queries/query-provider";
import type { ConnectionBody } from "@/lib/schemas/connection-progress";
import { showConnections } from "@/lib/services/show-connections";
import { PROVIDERS } from "@/lib/training/source/providers";
import { SettingsHeader } from "../_components/settings-header";
import { ConnectCards } from "./_components/connect-cards";
import { ConnectionCard } from "./_components/connection-card";
import { describeRefusal } from "./_components/describe-refusal";

export const metadata: Metadata = { title: "Connections" };

type Search = Readonly<Record<"connected" | "refused" | "why", string | string[] | undefined>>;

export default async function ConnectionsPage({ searchParams }: { searchParams: Promise<Search> }) {
  const ctx = await requireAthlete();
  const [search, connections] = await Promise.all([searchParams, showConnections(ctx)]);
  const { sources } = ctx.ports;
  const connected = new Set(connections.map(({ provider }) => provider));
  const offers = sources.available
    // Of calendars there may be several.
    .filter((provider) => provider === "calendar" || !connected.has(provider))
    .map((provider) => ({
      provider,
      capabilities: [...(sources.of(provider)?.capabilities ?? [])],
    }));
  return (
    <>
      <SettingsHeader current="connections" />
      <Outcome search={search} connections={connections} />
      <p className="mb-4 flex items-start gap-2 text-sm text-muted">
        <Icon of={ShieldCheck} className="mt-px size-4 shrink-0 text-go" />
        Formline never asks for a password of Garmin, Strava or anybody else. What it signs in with
        is kept encrypted.
      </p>
      <QueryProvider>
        {connections.length === 0 ? null : (
          <section aria-labelledby="connected" className="mb-6">
            <h2 id="connected" className="heading-quiet mb-3">
              Connected
            </h2>
            <div className="grid items-start gap-4 xl:grid-cols-2">
              {connections.map((connection) => (
                <ConnectionCard
                  key={connection.id}
                  initial={connection}
                  timeZone={ctx.timeZone}
                  renderedAt={ctx.now.toISOString()}
                  isOAuth={sources.oauth(connection.provider) !== null}
                />
              ))}
            </div>
          </section>
        )}
        <ConnectCards offers={offers} isFirst={connections.length === 0} />
      </QueryProvider>
    </>
  );
}

type OutcomeProps = { search: Search; connections: readonly ConnectionBody[] };

/** What came of the way to a vendor's consent page. */
function Outcome({ search, connections }: OutcomeProps) {
  // The address still says it after a disconnection, or when somebody comes back to it.
  const connected = connections.find(({ provider }) => provider === search.connected);
  const refused = PROVIDERS.find((provider) => provider === search.refused);
  if (connected && connected.lastSuccessAt === null) {
    return (
      <Alert tone="success" role="status" className="mb-4">
        {CONNECTION_NAMES[connected.provider]} is connected. The first data is on its way.
      </Alert>
    );
  }
  if (!refused) return null;
  return (
    <Alert tone="error" role="alert" className="mb-4">
      {describeRefusal(refused, typeof search.why === "string" ? search.why : "")}
    </Alert>
  );
}
