import { deflateRawSync } from "node:zlib";

export type ZipInput = {
  readonly name: string;
  readonly content: Uint8Array;
  /** What the directory claims instead of the truth. */
  readonly claimedSize?: number;
  readonly isEncrypted?: boolean;
};

/** A ZIP archive with deflated entries, honest or lying, for tests of the archive reader. */
export function writeZip(entries: readonly ZipInput[]): Uint8Array {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const name = Buffer.from(entry.name);
    const data = deflateRawSync(entry.content);
    const header = commonHeader(entry, name, data);
    const local = Buffer.concat([Buffer.from("504b0304", "hex"), header, name, data]);
    const central = Buffer.concat([
      Buffer.from("504b01021400", "hex"),
      header,
      Buffer.alloc(10),
      uint32(offset),
      name,
    ]);
    parts.push(local);
    directory.push(central);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write("504b0506", "hex");
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, central, end]);
}

/** The 26 bytes that local and central headers share, from "version needed" on. */
function commonHeader(entry: ZipInput, name: Buffer, data: Buffer): Buffer {
  const header = Buffer.alloc(26);
  header.writeUInt16LE(20, 0);
  header.writeUInt16LE(0x0800 | (entry.isEncrypted ? 1 : 0), 2);
  header.writeUInt16LE(8, 4);
  // the checksum stays 0: yauzl does not check it
  header.writeUInt32LE(data.length, 14);
  header.writeUInt32LE(entry.claimedSize ?? entry.content.length, 18);
  header.writeUInt16LE(name.length, 22);
  return header;
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
