"use client";

import { useState } from "react";
import { CONNECTION_NAMES } from "@/components/connections/connection-names";
import { describeCapabilities, VENDOR_WORDS } from "@/components/connections/vendor-words";
import { Button } from "@/components/ui/button";
import { buttonStyles } from "@/components/ui/button-styles";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import type { Provider } from "@/lib/training/source/providers";
import { ConnectDialog } from "./connect-dialog";
import { Terms } from "./terms";
import { isPasted, oauthPath, type PastedProvider } from "./ways-in";

export type Offer = { readonly provider: Provider; readonly capabilities: readonly string[] };

type Props = {
  offers: readonly Offer[];
  /** Nothing is connected yet. */
  isFirst: boolean;
};

/** What can be connected, each with what it brings and which terms bind it. */
export function ConnectCards({ offers, isFirst }: Props) {
  const [chosen, setChosen] = useState<PastedProvider | null>(null);
  if (offers.length === 0) {
    return isFirst ? (
      <Card>
        <EmptyState title="This server has no vendor set up">
          Files can be imported at any time. Whoever runs the server can set up Garmin, Strava and
          calendars.
        </EmptyState>
      </Card>
    ) : null;
  }
  return (
    <section aria-labelledby="to-connect">
      <h2 id="to-connect" className="heading-quiet mb-3">
        {isFirst ? "Let your data come by itself" : "Connect another"}
      </h2>
      <ul className="grid items-stretch gap-4 md:grid-cols-2 xl:grid-cols-3">
        {offers.map(({ provider, capabilities }) => (
          <Card as="li" key={provider} className="flex flex-col gap-2 text-sm">
            <h3 className="text-base font-semibold">{CONNECTION_NAMES[provider]}</h3>
            <p>{VENDOR_WORDS[provider].purpose}</p>
            <p className="text-muted">{describeCapabilities(capabilities)}</p>
            <Terms provider={provider} />
            <div className="mt-auto pt-2">
              {isPasted(provider) ? (
                <Button
                  variant={isFirst && provider === "garmin_personal" ? "primary" : "secondary"}
                  onClick={() => setChosen(provider)}
                  aria-label={`Connect ${CONNECTION_NAMES[provider]}`}
                >
                  Connect
                </Button>
              ) : (
                // Not a link of the app: the address leads away to the vendor.
                <a
                  href={oauthPath(provider)}
                  className={buttonStyles()}
                  aria-label={`Connect ${CONNECTION_NAMES[provider]}`}
                >
                  Connect
                </a>
              )}
            </div>
          </Card>
        ))}
      </ul>
      {chosen === null ? null : <ConnectDialog provider={chosen} onClose={() => setChosen(null)} />}
    </section>
  );
}
