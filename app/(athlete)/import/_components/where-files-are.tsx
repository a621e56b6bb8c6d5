import type { Route } from "next";
import Link from "next/link";
import { Card } from "@/components/ui/card";
import { CardHeader } from "@/components/ui/card-header";

const PLACES = [
  {
    from: "From the watch",
    how: "Connect it by cable and choose its GARMIN/Activity folder, or the activities folder of another brand.",
  },
  {
    from: "From Garmin Connect",
    how: "All of it, nights included: garmin.com/account, Manage your data, Export your data. The .zip comes by e-mail; send it as it is. A single activity: the gear on its page, Export file.",
  },
  {
    from: "From Strava",
    how: "Settings, My account, Download or delete your account, Request your archive. Send the .zip as it is; titles, notes and ratings come along.",
  },
  {
    from: "From Apple Health",
    how: "On the iPhone: Health, your picture, Export All Health Data. Send the .zip as it is: workouts with their routes, sleep, resting heart rate, weight. A newer one later adds only what is new.",
  },
];

/** Help stays in the same place, whether or not there are files. */
export function WhereFilesAre() {
  return (
    <Card aria-labelledby="where-files-are">
      <CardHeader id="where-files-are" title="Where your files are" />
      <p className="mb-3 text-sm text-muted">
        Or let new activities and nights come by themselves:{" "}
        <Link
          href={"/settings/connections" as Route}
          className="text-accent underline underline-offset-4"
        >
          connect a vendor
        </Link>
        .
      </p>
      <dl className="flex flex-col gap-3">
        {PLACES.map(({ from, how }) => (
          <div key={from}>
            <dt className="text-sm font-medium">{from}</dt>
            <dd className="text-sm text-muted">{how}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
