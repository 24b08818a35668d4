import { DataError } from '#model/error.ts';

/** Weights of one linear model over hashed features: of each bucket one signed byte a class, and for a labeller its inverse document frequency. */
export interface Table {
  readonly name: string;
  readonly classes: readonly string[];
  /** A power of two. */
  readonly buckets: number;
  /** What one step of a class's bytes is worth. */
  readonly steps: readonly number[];
  readonly biases: readonly number[];
  /** Divides the scores before they become shares; found on comments the model had not seen. */
  readonly temperature: number;
  readonly weights: Int8Array;
  /** One a bucket, in steps of `IDF`; empty where every feature counts alike. */
  readonly rarity: Uint8Array;
}

export interface Weights {
  readonly version: string;
  readonly tables: readonly Table[];
}

/** Steps of an inverse document frequency in one. */
export const IDF = 20;

const MAGIC = 'TRNG';
const FORMAT = 1;
const MOST_BUCKETS = 1 << 22;

interface Header {
  readonly version: string;
  readonly tables: readonly (Omit<Table, 'weights' | 'rarity'> & { readonly rarity: boolean })[];
}

/** The file: magic, format and length of the header (little-endian), the header as JSON, the tables' bytes in its order, a checksum of all that. */
export function encode({ version, tables }: Weights): Uint8Array {
  const header: Header = {
    version,
    tables: tables.map(({ weights: _, rarity, ...rest }) => ({ ...rest, rarity: rarity.length > 0 })),
  };
  const json = JSON.stringify(header);
  // Filled up so that whole words of four bytes follow.
  const text = new TextEncoder().encode(json.padEnd(Math.ceil(json.length / 4) * 4));
  const size = 12 + text.length + tables.reduce((sum, { weights, rarity }) => sum + weights.length + rarity.length, 0) + 4;
  const out = new Uint8Array(size);
  const view = new DataView(out.buffer);
  out.set(new TextEncoder().encode(MAGIC));
  view.setUint32(4, FORMAT, true);
  view.setUint32(8, text.length, true);
  out.set(text, 12);
  let at = 12 + text.length;
  for (const { weights, rarity } of tables) {
    out.set(new Uint8Array(weights.buffer, weights.byteOffset, weights.length), at);
    out.set(rarity, at + weights.length);
    at += weights.length + rarity.length;
  }
  view.setUint32(at, checksum(out.subarray(0, at)), true);
  return out;
}

/** Reads the file. Throws `DataError` where it is cut off, altered, of another format, or no such file. */
export function decode(bytes: Uint8Array): Weights {
  const wrong = (message: string) =>
    new DataError([
      {
        file: 'weights.bin',
        line: 1,
        column: 1,
        rule: 'weights',
        message: `${message}; take it from the repository again, or make it with "npm run train"`,
      },
    ]);
  if (bytes.length < 16 || bytes.length % 4 !== 0 || new TextDecoder().decode(bytes.subarray(0, 4)) !== MAGIC)
    throw wrong('this is no file of weights');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const format = view.getUint32(4, true);
  if (format !== FORMAT) throw wrong(`format ${format} is not known here, only ${FORMAT}`);
  const body = bytes.length - 4;
  if (view.getUint32(body, true) !== checksum(bytes.subarray(0, body)))
    throw wrong('the checksum is another: the file is cut off or was altered');
  let header: Header;
  try {
    header = JSON.parse(new TextDecoder().decode(bytes.subarray(12, 12 + view.getUint32(8, true)))) as Header;
  } catch {
    throw wrong('its header is no JSON');
  }
  let at = 12 + view.getUint32(8, true);
  const tables = header.tables.map((table): Table => {
    const { buckets, classes, rarity } = table;
    if (!(buckets > 0 && buckets <= MOST_BUCKETS && (buckets & (buckets - 1)) === 0))
      throw wrong(`${buckets} is no number of buckets`);
    const size = buckets * classes.length;
    if (at + size + (rarity ? buckets : 0) > body) throw wrong(`the table "${table.name}" is cut off`);
    const weights = new Int8Array(bytes.buffer, bytes.byteOffset + at, size);
    at += size;
    const rare = rarity ? bytes.subarray(at, at + buckets) : new Uint8Array();
    at += rare.length;
    return { ...table, weights, rarity: rare };
  });
  if (at !== body) throw wrong('more bytes stand in it than its header names');
  return { version: header.version, tables };
}

/** Weights as bytes, each class with a step of its own. */
export function packed(learnt: readonly Float64Array[], buckets: number) {
  const steps = learnt.map(
    (weights) => weights.subarray(0, buckets).reduce((most, one) => Math.max(most, Math.abs(one)), 1e-9) / 127,
  );
  const bytes = new Int8Array(buckets * learnt.length);
  learnt.forEach((weights, kind) => {
    for (let bucket = 0; bucket < buckets; bucket += 1)
      bytes[bucket * learnt.length + kind] = Math.round((weights[bucket] as number) / (steps[kind] as number));
  });
  return { buckets, steps, biases: learnt.map((weights) => weights[buckets] as number), weights: bytes };
}

/** FNV-1a over words of four bytes, of which a file is made throughout. */
function checksum(bytes: Uint8Array): number {
  const whole = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  const words = new Uint32Array(whole.buffer, whole.byteOffset, whole.length >> 2);
  let hash = 0x811c_9dc5;
  for (let at = 0; at < words.length; at += 1) hash = Math.imul(hash ^ (words[at] as number), 0x0100_0193);
  return hash >>> 0;
}
