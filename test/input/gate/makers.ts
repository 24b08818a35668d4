import fc from 'fast-check';

/** The smallest header that a picture of that type and size can have. */
export function picture(type: 'png' | 'jpg' | 'webp' | 'avif', width: number, height: number): Uint8Array {
  const bytes = new Uint8Array(64);
  const view = new DataView(bytes.buffer);
  const write = (at: number, text: string) => bytes.set(new TextEncoder().encode(text), at);
  if (type === 'png') {
    bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]);
    write(12, 'IHDR');
    view.setUint32(16, width);
    view.setUint32(20, height);
  } else if (type === 'jpg') {
    bytes.set([0xff, 0xd8, 0xff, 0xe0, 0, 6, 0x4a, 0x46, 0x49, 0x46, 0xff, 0xc2, 0, 17, 8]);
    view.setUint16(15, height);
    view.setUint16(17, width);
  } else if (type === 'webp') {
    write(0, 'RIFF');
    write(8, 'WEBPVP8X');
    bytes.set([(width - 1) & 255, (width - 1) >> 8, 0, (height - 1) & 255, (height - 1) >> 8, 0], 24);
  } else {
    view.setUint32(0, 24);
    write(4, 'ftypavif');
    write(36, 'ispe');
    view.setUint32(44, width);
    view.setUint32(48, height);
  }
  return bytes;
}

const PIECES = [
  'kata ', 'warga ', '**tebal** ', '*miring*', '`a`', '\n', '\n\n', '\n\n', '- ', '1. ', '> ', '### ', '#### ', '---\n', '\\{', '\\<', '&amp;', '  \n', '\t', '    ',
  '<Kpi id="reach" />', '<Change id="followers" scope="facebook" />', '\n\n<Chart id="reach" />\n\n', '<Note>', '</Note>', '<Note kind="context">\n', '\n</Note>\n',
  '[a](https://b.id)', '[a][b]', '\n\n[b]: /c\n\n', '![a](./a.png)', '| a | b |\n| - | - |\n| c | d |\n', '|', ':', '"', "'", '_', '*', '`', '[', ']', '(', ')', '!', '#', '1', ' ',
  '👩‍👩‍👧', 'é', '…', '~~', '~~a~~', 'www.a.id', 'https://a.id', 'a@b.id', '[^a]', '[^a]: b\n', '\r\n', '- [ ] a\n', '===\n', '$a$', ':a:', '$$\n', '%', '+++\n',
]; // prettier-ignore
const BAD = [
  '{', '}', '{a}', '<', '>', '</', '/>', '<>', '</>', '<b>', '</b>', '<a b={c}>', '<Kpi {...a}/>', '<Kpi id={a}/>', '<!--', '-->', 'import a from "b"\n', 'export const a = 1\n',
  '[a](javascript:b)', '![](//c)', '\u0000', '\u202e', '&#x202E;', '&#115;', '```', '# a\n', '<Kpi.a />', '<__proto__ />', '{/*', '*/}', '`${', '\\', '\ufeff', '\ud83d', '<style>{`', '`}</style>',
]; // prettier-ignore

const pieces = (from: string[], maxLength: number) => fc.array(fc.constantFrom(...from), { maxLength }).map((list) => list.join(''));

/** Mostly what the gate accepts. */
export const article = fc.oneof(
  { weight: 4, arbitrary: pieces(PIECES, 12) },
  { weight: 1, arbitrary: pieces([...PIECES, ...BAD], 6) },
);

const FRONT = ['---\n', 'title: x\n', 'period: 2026-09\n', 'lang: id\n', 'layout: x\n', '+++\n', '"a": b\n', 'title: "\n', '  - x\n', '&a x\n', '<<: *a\n', '---'];

/** What may stand after a field's name. */
export const value = fc.oneof(
  pieces(['a', 'kata ', '1', '.', '-', '+', ':', ' ', '#', ' #', '"', "'", '\\', '\\n', '\\u202e', 'e', '0x', '~', 'null', 'true', 'no', 'inf', '_', ',', '!', '&', '*', '?', '|', '\t', 'é', '%', '<<', '=', '/'], 6),
  fc.constantFrom('2026', '2026-10-08', '1e3', '.inf', '-.INF', '.NaN', '0o17', '0b1', '1_000', '12:30:45', '"a"', "'b'", '"a" b', 'a # b', 'yes', 'NULL', '1.', '+1', '-0'),
);

/** Whatever may come. */
export const anything: fc.Arbitrary<string | Uint8Array> = fc.oneof(
  fc.tuple(pieces(FRONT, 8), pieces([...PIECES, ...BAD], 40)).map((parts) => parts.join('')),
  fc.tuple(fc.constantFrom(...PIECES, ...BAD), fc.integer({ min: 1, max: 800 })).map(([piece, count]) => piece.repeat(count)),
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.uint8Array({ maxLength: 200 }),
);
