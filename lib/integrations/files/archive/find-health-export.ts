import { isClinicalDocument, isHealthExport } from "@/lib/integrations/apple/is-health-export";
import type { OpenZip } from "@/lib/integrations/ports";
import { zipFiles } from "./zip-files";

export type HealthArchive = {
  /** Names of entries: the XML with the records, the tracks below its folder, what is passed over. */
  readonly xml: string;
  readonly routes: ReadonlySet<string>;
  readonly others: ReadonlySet<string>;
};

const XML = /\.xml$/i;
const TRACK = /\.gpx$/i;
/** Electrocardiograms. */
const TABLE = /\.csv$/i;

/** The Apple Health export in a ZIP, known by how its XML begins; null when there is none. */
export async function findHealthExport(filePath: string): Promise<HealthArchive | null> {
  const zip = await zipFiles.open(filePath).catch(() => null);
  if (zip === null) return null;
  try {
    const clinical: string[] = [];
    let xml: string | null = null;
    for (const name of zip.names.filter((entry) => XML.test(entry))) {
      const head = await headOf(zip, name);
      if (isHealthExport(head)) xml ??= name;
      if (isClinicalDocument(head)) clinical.push(name);
    }
    return xml === null ? null : besides(xml, clinical, zip.names);
  } finally {
    zip.close();
  }
}

function besides(
  xml: string,
  clinical: readonly string[],
  names: readonly string[],
): HealthArchive {
  const folder = xml.slice(0, xml.lastIndexOf("/") + 1);
  const inside = names.filter((name) => name.startsWith(folder));
  const inSubfolder = (name: string) => name.slice(folder.length).includes("/");
  return {
    xml,
    routes: new Set(inside.filter((name) => TRACK.test(name))),
    others: new Set([
      ...clinical,
      ...inside.filter((name) => TABLE.test(name) && inSubfolder(name)),
    ]),
  };
}

/** The first bytes of an entry; none when it cannot be unpacked, which whoever reads it tells. */
async function headOf(zip: OpenZip, name: string): Promise<Uint8Array> {
  try {
    for await (const chunk of zip.read(name)) return chunk;
  } catch {
    // Encrypted or damaged.
  }
  return new Uint8Array();
}
