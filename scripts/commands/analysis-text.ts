import type { TimeInZone } from "@/lib/training/activity/activity-types";
import type { AnalysisReport } from "./analysis-report";

const NAME_WIDTH = 26;

/** A report as a table for people. */
export function analysisText(report: AnalysisReport): string {
  const { device, load, metrics, timeInZones, notes } = report;
  const recorder = [device.manufacturer, device.product].filter(Boolean).join(" ");
  const sport = report.subSport ? `${report.sport} (${report.subSport})` : report.sport;
  const lines = [
    report.file,
    row("sport", sport),
    row("start", report.start),
    row("duration", duration(report.durationS)),
    row("distance", report.distanceM === null ? "-" : `${(report.distanceM / 1000).toFixed(2)} km`),
    row("device", recorder || "-"),
    row("training load", load === null ? "-" : `${load.load.toFixed(0)} (${load.method})`),
    ...Object.entries(metrics).map(([name, { value, unit, reason }]) =>
      row(name, value === null ? `- ${reason ?? ""}` : `${rounded(value)} ${unit}`),
    ),
    ...Object.entries(timeInZones).map(([name, zone]) => row(`${name} zones`, zoneText(zone))),
    ...notes.map(({ severity, text }) => `  ${severity === "warning" ? "!" : "·"} ${text}`),
  ];
  return `${lines.join("\n")}\n\n`;
}

function row(name: string, value: string): string {
  return `  ${name.padEnd(NAME_WIDTH)} ${value.trimEnd()}`;
}

function duration(seconds: number): string {
  const whole = Math.round(seconds);
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
  return `${hours}:${String(minutes).padStart(2, "0")}:${String(whole % 60).padStart(2, "0")}`;
}

function rounded(value: number): string {
  return String(Number(value.toFixed(Math.abs(value) < 10 ? 3 : 1)));
}

function zoneText({ boundaries, seconds, unit }: TimeInZone): string {
  const times = seconds.map((value) => duration(value)).join(" | ");
  return `${times}  (at ${boundaries.map(rounded).join(", ")} ${unit})`;
}
