import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { DataError, SecretError, SourceError } from '#model/error.ts';
import { Series } from '#model/observation.ts';
import { Post } from '#model/post.ts';
import { Gap } from '#model/run.ts';
import { placeOf, readGrid, tableAt } from '#sources/file/csv.ts';
import { orderIn, readDate, readMonthDay } from '#sources/file/date.ts';
import { isApi, isExport, sources } from '#sources/index.ts';
import { evidence, exactNumber, readNumber } from '#sources/file/number.ts';
import { replay, type Exchange } from '#sources/http/replay.ts';
import { worksheets } from '#sources/file/xlsx.ts';
import { answers, collect, exportFile, received } from './conformance.ts';
import { serviceAccount } from './service-account.ts';
import { sheetOf, workbook } from './workbook.ts';

// Whatever comes through a door is read, or refused with an error of ours, in bounded time: nothing crashes, nothing hangs.
const PROVE = process.env['TERANG_PROVE'] === '1';
const RUNS = { numRuns: PROVE ? 100_000 : 500, ...(PROVE ? {} : { seed: 7 }) };
const SECRETS = { 'service-account': serviceAccount() };
const LONG = PROVE ? 3_600_000 : 120_000;
/** Milliseconds for one input. Two seconds are promised; machines that test several things at once are slower. */
const HANG = 10_000;
const Figures = z.object({ series: z.array(Series), posts: z.array(Post), gaps: z.array(Gap) });

/** What came, or nothing where it was refused as it should be. */
async function only<T>(run: () => T | Promise<T>): Promise<T | undefined> {
  const begun = performance.now();
  try {
    return await run();
  } catch (error) {
    if (error instanceof SourceError || error instanceof SecretError) return undefined;
    if (!(error instanceof DataError)) throw error;
    for (const one of error.findings) {
      expect([one.line >= 1, one.column >= 1, /^[a-z-]+$/.test(one.rule), one.message.length > 10]).toEqual([
        true,
        true,
        true,
        true,
      ]);
      expect(one.message.length).toBeLessThan(2_000);
    }
    return undefined;
  } finally {
    expect(performance.now() - begun).toBeLessThan(HANG);
  }
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const pieces = (parts: readonly string[], maxLength: number): fc.Arbitrary<string> =>
  fc
    .array(fc.oneof(fc.constantFrom(...parts), fc.string({ unit: 'binary', maxLength: 4 })), { maxLength })
    .map((all) => all.join(''));
const CSV = [
  ',',
  ';',
  '\t',
  '"',
  '""',
  '\n',
  '\r\n',
  '\r',
  'sep=,\n',
  '\ufeff',
  '\0',
  'Date',
  'Views',
  '1',
  '-',
  '=1+1',
  '\ud800',
];
const NUMBERS = [
  '0',
  '1',
  '9',
  '12',
  '000',
  '.',
  ',',
  '-',
  '−',
  'e',
  'E+',
  '%',
  ' ',
  '\u00a0',
  '\u202f',
  'K',
  'rb',
  'Infinity',
  'NaN',
  '0x',
  '٣',
];
const DATES = [
  '1',
  '12',
  '31',
  '2026',
  '29',
  '-',
  '/',
  '.',
  ' ',
  'T',
  ':',
  '08:31',
  'Z',
  '+0700',
  'Jan',
  'Agu',
  'März',
  'Februari',
  'Fri, ',
  'AM',
  '00:00',
];
/** Cells and fields that something has gone wrong with. */
const ODD = [
  '',
  '-',
  'N/A',
  'undefined',
  '-1',
  '1e999',
  '9007199254740993',
  '1.234',
  '1,234',
  '12K',
  '0x10',
  '__proto__',
  'constructor',
  '31/02/2026',
  '01/02/2026',
  '2999-01-01',
  '=HYPERLINK("x")',
  '\u202e',
  '\0',
  'x'.repeat(5_000),
  '../../etc',
  '1.2E+17',
  'Total',
];

describe('no input crashes or hangs a door', () => {
  test('CSV: any bytes, and any text that looks like it', { timeout: LONG }, async () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      pieces(CSV, 60).map(utf8),
      pieces(CSV, 60).map((text) => Buffer.from(`\ufeff${text}`, 'utf16le')),
    );
    await fc.assert(
      fc.asyncProperty(bytes, fc.constantFrom(undefined, 'windows-1252' as const), async (content, encoding) => {
        await only(() => {
          const grid = readGrid('f.csv', content, encoding ? { encoding } : {});
          const { header, rows, delimiter } = tableAt('f.csv', grid, 0);
          for (const row of rows) {
            expect(row.cells.length).toBeLessThanOrEqual(header.cells.length);
            const { line, column } = placeOf(row, row.cells.length - 1, delimiter);
            expect(line >= row.line && column >= 1).toBe(true);
          }
        });
      }),
      RUNS,
    );
  });

  test('workbooks: any bytes, damaged archives, damaged XML', { timeout: LONG }, async () => {
    const good = workbook({
      Metrics: [['Keterangan'], ['Date', 'Views'], [{ date: '2026-09-01' }, 12], ['2026-09-02', '1.234']],
    });
    const xml = sheetOf([
      ['Date', 'Views'],
      [{ date: '2026-09-01' }, 12],
    ]);
    const damage = fc.array(fc.tuple(fc.nat(good.byteLength - 1), fc.nat(255)), { minLength: 1, maxLength: 6 });
    const splice = fc.tuple(
      fc.nat(xml.length),
      fc.nat(30),
      pieces(
        [
          '<',
          '>',
          '"',
          '<c r="XFD1">',
          '<row r="9"/>',
          '</sheetData>',
          '&#0;',
          '&a;',
          '<![CDATA[',
          '<!--',
          's="99"',
          ' t="s"',
          '<v>1</v>',
          '\0',
        ],
        4,
      ),
    );
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 200 }).map((tail) => new Uint8Array([0x50, 0x4b, 3, 4, ...tail])),
      damage.map((changes) => changes.reduce((all, [at, byte]) => all.with(at, byte), good)),
      fc.nat(good.byteLength).map((length) => good.slice(0, length)),
      splice.map(([at, length, text]) =>
        workbook({ x: [['a']] }, { 'xl/worksheets/sheet1.xml': xml.slice(0, at) + text + xml.slice(at + length) }),
      ),
      pieces(['<', '>', '/', '"', 'sheet', 'Relationship', ' Id="rId1"', 'name="x"', '&'], 30).map((text) =>
        workbook({ x: [['a']] }, { 'xl/workbook.xml': text }),
      ),
      pieces(['<', '>', '/', '"', '<xf', ' numFmtId="14"', '<cellXfs>', '<numFmt formatCode="d"/>'], 30).map((text) =>
        workbook({ x: [['a']] }, { 'xl/styles.xml': text }),
      ),
    );
    await fc.assert(
      fc.asyncProperty(bytes, async (content) => {
        const grids = (await only(() => worksheets('f.xlsx', content))) ?? [];
        for (const { rows } of grids)
          for (const { cells } of rows) expect(cells.every((cell) => typeof cell === 'string')).toBe(true);
      }),
      RUNS,
    );
  });

  test('numbers: a count, nothing, or a refusal', { timeout: LONG }, () => {
    fc.assert(
      fc.property(
        pieces(NUMBERS, 12),
        fc.constantFrom(undefined, 'point' as const, 'comma' as const),
        fc.boolean(),
        (text, mark, decimals) => {
          for (const reading of [readNumber(text, decimals, mark), exactNumber(text, decimals)]) {
            if (!('value' in reading)) expect(reading.message.length).toBeGreaterThan(10);
            else if (reading.value !== null) {
              expect(reading.value >= 0 && reading.value <= Number.MAX_SAFE_INTEGER).toBe(true);
              if (!decimals) expect(Number.isSafeInteger(reading.value)).toBe(true);
            }
          }
          // A cell that proves one language is never read in the other without a word.
          const [proof] = evidence(text);
          const other = proof === 'point' ? 'comma' : 'point';
          if (proof && evidence(text).length === 1) expect(readNumber(text, true, other)).not.toHaveProperty('value');
        },
      ),
      RUNS,
    );
  });

  test('dates: a day of the calendar, nothing, or a refusal', { timeout: LONG }, () => {
    fc.assert(
      fc.property(
        pieces(DATES, 9),
        fc.constantFrom('Asia/Jakarta', 'Asia/Jayapura', 'America/Los_Angeles', 'UTC'),
        fc.constantFrom(undefined, 'month-first' as const, 'day-first' as const),
        (text, zone, order) => {
          const reading = readDate(text, zone, '2026-09-30', order);
          if ('day' in reading && reading.day !== null) {
            expect(new Date(`${reading.day}T00:00:00Z`).toISOString().startsWith(reading.day)).toBe(true);
            expect(reading.day >= '2003-12-31' && reading.day <= '2026-10-02').toBe(true);
          }
          if (!('day' in reading)) expect(reading.message.length).toBeGreaterThan(10);
          expect([undefined, 'month-first', 'day-first']).toContain(orderIn(text));
          expect(readMonthDay(text) ?? '01-01').toMatch(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/);
        },
      ),
      RUNS,
    );
  });

  const exports = sources.filter(isExport).flatMap((source) =>
    readdirSync(join(import.meta.dirname, 'input/sources', source.declaration.id), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => [source, exportFile(source.declaration.id, entry.name)] as const),
  );

  test('exports: damaged bytes, and cells that hold something odd', { timeout: LONG }, async () => {
    let refused = 0;
    const damage = fc.array(fc.tuple(fc.nat(), fc.constantFrom(...utf8(',;"\n\r\t0-.E/'), 0, 0xff)), {
      minLength: 1,
      maxLength: 4,
    });
    const odd = fc.array(fc.tuple(fc.nat(), fc.constantFrom(...ODD)), { minLength: 1, maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(fc.nat(exports.length - 1), fc.oneof(damage, odd), async (index, changes) => {
        const [source, file] = exports[index] as (typeof exports)[number];
        const answer = await only(async () => {
          const sheets = await worksheets(file.name, file.bytes);
          if (sheets) {
            const rows = sheets.map((grid) => grid.rows.map((row) => [...row.cells]));
            for (const [at, value] of changes) {
              const row = rows.flat()[at % rows.flat().length];
              if (row) row[at % row.length] = typeof value === 'string' ? value : String.fromCharCode(value);
            }
            const named = Object.fromEntries(sheets.map((grid, each) => [grid.sheet ?? '', rows[each] ?? []]));
            return source.read(await received({ ...file, bytes: workbook(named) }));
          }
          const bytes = changes.reduce<Uint8Array>(
            (all, [at, value]) => (typeof value === 'number' ? all.with(at % all.byteLength, value) : withCell(all, at, value)),
            new Uint8Array(file.bytes),
          );
          return source.read({ ...file, bytes });
        });
        if (!answer) refused += 1;
        else expect(Figures.safeParse(answer).error?.issues).toBeUndefined();
      }),
      RUNS,
    );
    expect(refused).toBeGreaterThan(RUNS.numRuns / 20);
  });

  const apis = sources.filter(isApi).map((source) => [source, answers(source.declaration.id)] as const);
  const VALUES: unknown[] = [
    null,
    '',
    -1,
    0.5,
    2 ** 53 + 2,
    'x',
    [],
    {},
    [[]],
    true,
    '9'.repeat(400),
    '2999-01-01T00:00:00Z',
    JSON.parse('{"__proto__":{"polluted":true}}'),
  ];

  test('answers of platforms: fields of any kind, no JSON at all, errors', { timeout: LONG }, async () => {
    const change = fc.oneof(
      fc.record({ kind: fc.constant('field' as const), at: fc.nat(), value: fc.nat(VALUES.length - 1) }),
      fc.record({ kind: fc.constant('body' as const), at: fc.nat(), value: fc.nat(VALUES.length - 1) }),
      fc.record({ kind: fc.constant('status' as const), at: fc.nat(), value: fc.constantFrom(400, 401, 403, 404, 500) }),
      fc.record({ kind: fc.constant('json' as const), at: fc.nat(), value: fc.jsonValue() }),
    );
    await fc.assert(
      fc.asyncProperty(fc.nat(apis.length - 1), fc.array(change, { minLength: 1, maxLength: 3 }), async (index, changes) => {
        const [source, exchanges] = apis[index] as (typeof apis)[number];
        const changed = changes.reduce<Exchange[]>(
          (all, one) => all.with(one.at % all.length, damaged(all[one.at % all.length] as Exchange, one)),
          [...exchanges],
        );
        const session = await only(() => collect(source, replay(changed), { secrets: SECRETS }));
        if (session) expect(Figures.safeParse(session.pull).error?.issues).toBeUndefined();
        expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
      }),
      RUNS,
    );
  });

  function damaged({ request, response }: Exchange, { kind, at, value }: { kind: string; at: number; value: unknown }): Exchange {
    if (kind === 'status') return { request, response: { ...response, status: Number(value) } };
    const odd = kind === 'json' ? value : VALUES[Number(value)];
    if (kind === 'body') return { request, response: { ...response, body: odd } };
    const body: unknown = structuredClone(response.body);
    const places = fields(body);
    const place = places[at % Math.max(1, places.length)];
    if (place) Object.defineProperty(place[0], place[1], { value: odd, configurable: true, enumerable: true, writable: true });
    return { request, response: { ...response, body } };
  }
});

/** Every field of an answer: the object or list it stands in, and its name there. */
function fields(body: unknown): [object, string][] {
  if (typeof body !== 'object' || body === null) return [];
  return Object.entries(body).flatMap(([key, value]) => [[body, key] as [object, string], ...fields(value)]);
}

/** The bytes with one cell replaced: what stands between two separators. */
function withCell(bytes: Uint8Array, at: number, value: string): Uint8Array {
  const text = new TextDecoder().decode(bytes);
  const cells = [...text.matchAll(/(?<=[,;\n])[^,;"\n]*(?=[,;\n])/g)];
  const cell = cells[at % Math.max(1, cells.length)];
  if (!cell) return bytes;
  const quoted = /[",;\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
  return utf8(text.slice(0, cell.index) + quoted + text.slice(cell.index + cell[0].length));
}
