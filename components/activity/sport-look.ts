import {
  Activity,
  Bike,
  Dumbbell,
  Flower2,
  Footprints,
  type IconNode,
  Kayak,
  Layers,
  MountainSnow,
  Snowflake,
  SportShoe,
  Volleyball,
  Waves,
  WavesArrowDown,
} from "lucide";
import type { Sport } from "@/lib/training/activity/sports";

export type SportLook = {
  readonly label: string;
  readonly icon: IconNode;
  /** The sport's hue as the 3 px edge; the icon and the label say the same. */
  readonly edge: string;
  readonly ink: string;
};

/** How each sport is named and marked, everywhere. */
export const SPORT_LOOKS: Readonly<Record<Sport, SportLook>> = {
  cycling: { label: "Ride", icon: Bike, edge: "bg-fitness", ink: "text-fitness" },
  running: { label: "Run", icon: SportShoe, edge: "bg-fatigue", ink: "text-fatigue" },
  swimming: { label: "Swim", icon: Waves, edge: "bg-z2", ink: "text-z2" },
  strength: { label: "Strength", icon: Dumbbell, edge: "bg-hrv", ink: "text-hrv" },
  walking: { label: "Walk", icon: Footprints, edge: "bg-form", ink: "text-form" },
  hiking: { label: "Hike", icon: MountainSnow, edge: "bg-form", ink: "text-form" },
  rowing: { label: "Row", icon: Kayak, edge: "bg-z2", ink: "text-z2" },
  skiing: { label: "Ski", icon: Snowflake, edge: "bg-sleep", ink: "text-sleep" },
  yoga: { label: "Yoga", icon: Flower2, edge: "bg-hrv", ink: "text-hrv" },
  diving: { label: "Dive", icon: WavesArrowDown, edge: "bg-sleep", ink: "text-sleep" },
  team_sport: { label: "Team sport", icon: Volleyball, edge: "bg-z4", ink: "text-z4" },
  multisport: { label: "Multisport", icon: Layers, edge: "bg-muted", ink: "text-muted" },
  other: { label: "Other", icon: Activity, edge: "bg-muted", ink: "text-muted" },
};
