import {
  Activity,
  BookOpen,
  ChartNoAxesColumnIncreasing,
  Clock,
  Gauge,
  HeartPulse,
  type IconNode,
  Lightbulb,
  Settings,
  Upload,
} from "lucide";
import type { Route } from "next";

type Destination = { readonly href: Route; readonly label: string; readonly icon: IconNode };

/** The screens one comes for; the phone's bottom bar shows exactly these and "More". */
export const MAIN_DESTINATIONS: readonly Destination[] = [
  { href: "/today" as Route, label: "Today", icon: Clock },
  { href: "/activities" as Route, label: "Activities", icon: Activity },
  { href: "/fitness" as Route, label: "Fitness", icon: ChartNoAxesColumnIncreasing },
  { href: "/recovery" as Route, label: "Recovery", icon: HeartPulse },
];

/** Everything else; Operations for whoever looks after the server. */
export function otherDestinations(isAdmin: boolean): readonly Destination[] {
  return isAdmin ? [...OTHERS, OPERATIONS] : OTHERS;
}

const OPERATIONS: Destination = {
  href: "/operations" as Route,
  label: "Operations",
  icon: Gauge,
};

const OTHERS: readonly Destination[] = [
  { href: "/insights" as Route, label: "Insights", icon: Lightbulb },
  { href: "/import" as Route, label: "Import", icon: Upload },
  { href: "/methods" as Route, label: "Methods", icon: BookOpen },
  { href: "/settings" as Route, label: "Settings", icon: Settings },
];
