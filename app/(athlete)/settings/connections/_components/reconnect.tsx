"use client";

import { useState } from "react";
import { CONNECTION_NAMES } from "@/components/connections/connection-names";
import { Button } from "@/components/ui/button";
import { buttonStyles } from "@/components/ui/button-styles";
import type { Provider } from "@/lib/training/source/providers";
import { ConnectDialog } from "./connect-dialog";
import { isPasted, oauthPath } from "./ways-in";

const WORDS = {
  garmin_personal: "Enter a new key",
  garmin_connect: "Bring new tokens",
  calendar: "Enter its address",
} as const;

type Props = { provider: Provider; isOAuth: boolean; onConnected: () => void };

/** The way to mend a connection: the same as to make it, which replaces what no longer holds. */
export function Reconnect({ provider, isOAuth, onConnected }: Props) {
  const [isOpen, setOpen] = useState(false);
  const name = CONNECTION_NAMES[provider];
  if (isOAuth) {
    return (
      <a
        href={oauthPath(provider)}
        className={buttonStyles({ variant: "primary" })}
        aria-label={`Connect ${name} again`}
      >
        Connect again
      </a>
    );
  }
  if (!isPasted(provider)) return null;
  return (
    <>
      <Button variant="primary" onClick={() => setOpen(true)}>
        {WORDS[provider]}
      </Button>
      {isOpen ? (
        <ConnectDialog
          provider={provider}
          onClose={() => setOpen(false)}
          onConnected={onConnected}
        />
      ) : null}
    </>
  );
}
