import { analyzeCommand } from "./analyze";
import type { Command } from "./command";
import { dbCommand } from "./db";
import { demoCommand } from "./demo";
import { exportCommand } from "./export";
import { importCommand } from "./import";
import { jobsCommand } from "./jobs";
import { keysCommand } from "./keys";
import { restoreCommand } from "./restore";
import { stravaCommand } from "./strava";
import { todayCommand } from "./today";
import { userCommand } from "./user";
import { vectorsCommand } from "./vectors";

/** Every command, in the order in which the overview lists them. */
export const commands: readonly Command[] = [
  demoCommand,
  analyzeCommand,
  importCommand,
  exportCommand,
  restoreCommand,
  todayCommand,
  userCommand,
  jobsCommand,
  keysCommand,
  stravaCommand,
  dbCommand,
  vectorsCommand,
];
