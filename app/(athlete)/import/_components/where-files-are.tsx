import { Card } from "@/components/ui/card";
import { CardHeader } from "@/components/ui/card-header";

const PLACES = [
  {
    from: "From the watch",
    how: "Connect it by cable and choose its GARMIN/Activity folder, or the activities folder of another brand.",
  },
  {
    from: "From Garmin Connect",
    how: "Open an activity on the web, then the gear, then Export file. It comes as a .zip; send it as it is.",
  },
  {
    from: "From Strava",
    how: "Settings, My account, Download or delete your account, Request your archive. Send the .zip as it is.",
  },
];

/** Help stays in the same place, whether or not there are files. */
export function WhereFilesAre() {
  return (
    <Card aria-labelledby="where-files-are">
      <CardHeader id="where-files-are" title="Where your files are" />
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
