import type { Route } from "next";
import type { Fact } from "@/lib/training/insights/finding";

const NIGHT = ["hrv", "resting-hr", "sleep", "sleep-debt", "stress", "recovery", "respiration"];
const TRAINING = ["load", "fitness", "fatigue", "form", "load-ratio", "monotony", "ramp"];
const CAPACITY = ["ftp", "threshold-hr", "threshold-pace", "max-hr", "swim-pace", "weight"];

/** Where the number's history is drawn; null where nothing draws it. */
export function factHref({ id }: Fact): { readonly href: Route; readonly label: string } | null {
  const metric = id.split(".")[0] ?? "";
  if (NIGHT.includes(metric)) return { href: "/recovery" as Route, label: "See it in Recovery" };
  if (TRAINING.includes(metric)) return { href: "/fitness" as Route, label: "See it in Fitness" };
  if (metric === "workout") return { href: "/today" as Route, label: "See it in Today" };
  if (CAPACITY.includes(metric)) {
    return { href: "/settings/thresholds" as Route, label: "See your thresholds" };
  }
  return null;
}
