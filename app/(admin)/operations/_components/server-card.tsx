import { Card } from "@/components/ui/card";
import { CardHeader } from "@/components/ui/card-header";
import { Chip } from "@/components/ui/chip";
import { describeMoment } from "@/lib/dates/describe-moment";
import { formatSpan } from "@/lib/dates/format-span";
import type { Health } from "@/lib/services/check-health";
import { FactList } from "./fact-list";

const PARTS = {
  database: "Database",
  migrations: "Schema",
  jobs: "Background work",
  keys: "Keys",
  process: "Process",
} as const;

const GB = 1_000_000_000;

type Props = {
  health: Pick<Health, "readiness" | "disk" | "lastBackupAt">;
  timeZone: string;
  now: Date;
};

/** What this process needs to serve, room on the disk and the last backup. */
export function ServerCard({ health, timeZone, now }: Props) {
  const { readiness, disk, lastBackupAt } = health;
  return (
    <Card aria-labelledby="server">
      <CardHeader id="server" title="Server" />
      <ul className="mb-4 flex flex-wrap gap-2">
        {Object.entries(PARTS).map(([part, name]) => {
          const state = readiness.parts[part as keyof typeof PARTS];
          return (
            <li key={part}>
              <Chip tone={state === "ok" ? "go" : state === "absent" ? "ease" : "rest"}>
                {name}: {state}
              </Chip>
            </li>
          );
        })}
      </ul>
      <FactList
        facts={[
          [
            "Free on the disk",
            disk === null
              ? "unknown"
              : `${(disk.freeBytes / GB).toFixed(1)} of ${(disk.totalBytes / GB).toFixed(1)} GB`,
          ],
          [
            "Last backup by this server",
            lastBackupAt === null
              ? "none (formline db backup FILE)"
              : `${describeMoment(lastBackupAt, timeZone)}, ${formatSpan(lastBackupAt, now)} ago`,
          ],
        ]}
      />
    </Card>
  );
}
