/** A zip file of texts, as every system opens it: deflated entries and their directory, nothing else of the format. */
import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipFile { readonly name: string; readonly text: string }
const LOCAL = 0x04034b50;
const ENTRY = 0x02014b50;
const END = 0x06054b50;
const VERSION = 20;
/** Names are UTF-8. */
const FLAGS = 0x0800;
const DEFLATED = 8;
/** 1 January 1980: an export says nothing of when it was made. */
const DATE = 0x0021;

/** @param files names without folders; what is in them fits in memory. */
export function zipped(files: readonly ZipFile[]): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const file of files) {
    const name = Buffer.from(file.name, 'utf8');
    const raw = Buffer.from(file.text, 'utf8');
    const packed = deflateRawSync(raw);
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(VERSION, 0); facts.writeUInt16LE(FLAGS, 2); facts.writeUInt16LE(DEFLATED, 4); facts.writeUInt16LE(0, 6); facts.writeUInt16LE(DATE, 8);
    facts.writeUInt32LE(crc32(raw), 10); facts.writeUInt32LE(packed.length, 14); facts.writeUInt32LE(raw.length, 18); facts.writeUInt16LE(name.length, 22);
    bodies.push(word(LOCAL), facts, name, packed);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    directory.push(word(ENTRY), half(VERSION), facts, place, name);
    offset += 4 + facts.length + name.length + packed.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(files.length, 4); end.writeUInt16LE(files.length, 6); end.writeUInt32LE(listed.length, 8); end.writeUInt32LE(offset, 12);
  return Buffer.concat([...bodies, listed, word(END), end]);
}

function word(value: number): Buffer { const four = Buffer.alloc(4); four.writeUInt32LE(value); return four; }
function half(value: number): Buffer { const two = Buffer.alloc(2); two.writeUInt16LE(value); return two; }
