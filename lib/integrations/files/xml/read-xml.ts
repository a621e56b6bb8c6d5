import type { FileContent } from "@/lib/integrations/ports";
import { refused } from "../refusal";
import { GpxHandler } from "./gpx-handler";
import { TcxHandler } from "./tcx-handler";
import { walkXml, type XmlHandler } from "./walk-xml";

const TRUNCATED =
  "The file stops being well-formed XML part way, so only the part before was read.";

/** Reads TCX or GPX, told apart by the root element. */
export function readXml(bytes: Uint8Array): FileContent {
  const root = new RootHandler();
  const isWhole = walkXml(bytes, root);
  const { handler } = root;
  if (handler instanceof GpxHandler) return gpxContent(handler, isWhole);
  if (handler instanceof TcxHandler) return tcxContent(handler, isWhole);
  if (root.isClinical) return refused("apple_clinical");
  return refused(isWhole ? "xml_other" : "xml_damaged");
}

/** Waits for the root element, then hands everything to the format's handler. */
class RootHandler implements XmlHandler {
  handler: GpxHandler | TcxHandler | null = null;
  isClinical = false;

  open(path: readonly string[], attributes: Readonly<Record<string, string>>): void {
    if (path.length === 1 && path[0] === "gpx") this.handler = new GpxHandler();
    if (path.length === 1 && path[0] === "TrainingCenterDatabase") this.handler = new TcxHandler();
    if (path.length === 1 && path[0] === "ClinicalDocument") this.isClinical = true;
    this.handler?.open(path, attributes);
  }

  close(path: readonly string[], text: string): void {
    this.handler?.close(path, text);
  }
}

function gpxContent(handler: GpxHandler, isWhole: boolean): FileContent {
  if (!isWhole) handler.finishTrack();
  if (handler.activities.length > 0) return activities("gpx", handler, isWhole);
  if (!isWhole) return refused("xml_damaged");
  if (handler.pointCount === 0) return refused("gpx_no_track");
  return refused(handler.timedCount === 0 ? "gpx_no_times" : "track_single_point");
}

function tcxContent(handler: TcxHandler, isWhole: boolean): FileContent {
  if (!isWhole) handler.finishActivity();
  if (handler.activities.length > 0) return activities("tcx", handler, isWhole);
  if (!isWhole) return refused("xml_damaged");
  return refused(handler.activityCount === 0 ? "tcx_no_activity" : "track_single_point");
}

function activities(
  format: "gpx" | "tcx",
  handler: GpxHandler | TcxHandler,
  isWhole: boolean,
): FileContent {
  return {
    kind: "activities",
    format,
    activities: handler.activities,
    partialReason: isWhole ? null : TRUNCATED,
  };
}
