"use client";

import { useEffect, useState } from "react";
import { CheckInForm } from "@/components/today/check-in-form";
import { knownAthlete } from "@/components/today/known-athlete";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";

/** What can be done without the server: the check-in. With a network again the page comes back. */
export function OfflineCheckIn() {
  const [athleteId, setAthleteId] = useState<string | null>(null);
  useEffect(() => {
    setAthleteId(knownAthlete());
    const reload = () => location.reload();
    window.addEventListener("online", reload);
    return () => window.removeEventListener("online", reload);
  }, []);
  return (
    <>
      <p className="mt-2 text-muted">
        The server cannot be reached. Your days are kept there and not on this device, so they
        cannot be shown now.
        {athleteId === null ? null : " Your check-in can be given all the same."}
      </p>
      <Button className="mt-4" onClick={() => location.reload()}>
        Try again
      </Button>
      {athleteId === null ? null : (
        <Card aria-labelledby="check-in" className="mt-5">
          <h2 id="check-in" className="text-lg font-semibold tracking-[-0.01em]">
            How are you this morning?
          </h2>
          <p className="mb-3 text-sm text-muted">
            It is kept on this device until it can be sent. An earlier one of today is replaced.
          </p>
          <CheckInForm athleteId={athleteId} onArrived={() => location.assign("/today")} />
        </Card>
      )}
    </>
  );
}
