import { describe, expect, test } from 'vitest';
import type { Account } from '#model/agency.ts';
import { DataError } from '#model/error.ts';
import { readMonthDay } from '#sources/file/date.ts';
import { exactNumber } from '#sources/file/number.ts';
import { linkedinExport } from '#sources/linkedin/linkedin-export.ts';
import { metaBusinessSuite } from '#sources/meta/meta-business-suite.ts';
import { metaBusinessSuiteFacebook } from '#sources/meta/meta-business-suite-facebook.ts';
import { open, openEach, type Column } from '#sources/file/sheet.ts';
import type { Export, ExportSource } from '#sources/source.ts';
import { tiktokExport } from '#sources/tiktok/tiktok-export.ts';
import { worksheets } from '#sources/file/xlsx.ts';
import { youtubeStudio } from '#sources/google/youtube-studio.ts';
import { exportFile, received } from './conformance.ts';
import { sheetOf, workbook, type Cell, type Sheets } from './workbook.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const account: Account = {
  id: 'a',
  name: 'Dinas Contoh',
  platform: 'x',
  source: 'x',
  handle: 'dinas.contoh',
  since: '2020-01-01',
};
const handed = (name: string, bytes: Uint8Array, more: Partial<Export> = {}): Export => ({
  name,
  bytes,
  account,
  zone: 'Asia/Jakarta',
  today: '2026-09-30',
  file: `imports/${name}`,
  ...more,
});

/** The findings as `line:column rule`, or none. */
async function places(run: () => unknown): Promise<string[]> {
  try {
    await run();
    return [];
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    return error.findings.map((one) => `${one.line}:${one.column} ${one.rule}`);
  }
}

/** The export in that folder, its text changed. */
function twin(source: ExportSource, id: string, folder: string, change: (text: string) => string, more: Partial<Export> = {}) {
  const file = exportFile(id, folder);
  const text = new TextDecoder().decode(file.bytes);
  return places(() => source.read({ ...file, bytes: utf8(change(text)), ...more }));
}

describe('workbooks', () => {
  const refused = (bytes: Uint8Array): Promise<string[]> => places(() => worksheets('f.xlsx', bytes));
  const plain: Sheets = {
    Lembar: [
      ['a', 'b'],
      ['1', 2],
    ],
  };

  test('keep lines, numbers and days as they are', async () => {
    const rows: Cell[][] = [
      ['Judul', null],
      [],
      ['Date', 'Value'],
      [{ date: '2026-09-01' }, { number: '1.5' }],
      [{ date: '2026-09-01T08:31:00' }, '1.234'],
      [null, { number: '9007199254740993' }],
    ];
    const [grid] = (await worksheets('f.xlsx', workbook({ 'A & B': rows }))) ?? [];
    expect(grid?.sheet).toBe('A & B');
    expect(grid?.rows.map(({ line, cells, exact }) => [line, ...cells, ...(exact ?? [])])).toEqual([
      [1, 'Judul', ''],
      [3, 'Date', 'Value'],
      [4, '2026-09-01', '1.5', 1],
      [5, '2026-09-01 08:31:00', '1.234'],
      [6, '', '9007199254740993', 1],
    ]);
  });

  test('a number cell needs no language, a text cell beside it does', async () => {
    const columns = {
      name: { kind: 'text', names: { en: ['Name'] } },
      count: { kind: 'count', names: { en: ['Count'] } },
      rate: { kind: 'decimal', names: { en: ['Rate'] } },
    } satisfies Record<string, Column>;
    const read = async (count: Cell, rate: Cell, locale?: string): Promise<unknown[]> => {
      const file = await received(
        handed(
          'f.xlsx',
          workbook({
            x: [
              ['Name', 'Count', 'Rate'],
              ['a', count, rate],
            ],
          }),
        ),
      );
      const { sheet } = open(locale ? { ...file, locale } : file, columns, [{ name: 'x', needs: ['name', 'count', 'rate'] }]);
      const values = sheet.rows.flatMap((row) => [sheet.number(row, 'count'), sheet.number(row, 'rate')]);
      sheet.done();
      return values;
    };
    expect(await read(1234, { number: '1.234' })).toEqual([1234, 1.234]);
    expect(await read({ number: '1.2E3' }, null, 'id')).toEqual([1200, null]);
    expect(await places(() => read('1.234', null))).toEqual(['2:2 ambiguous-number']);
    expect(await read('1.234', { number: '1.234' }, 'id')).toEqual([1234, 1.234]);
    expect(await places(() => read({ number: '1.5' }, null))).toEqual(['2:2 number']);
    expect(await places(() => read({ number: '-3' }, null))).toEqual(['2:2 number']);
    expect(await places(() => read({ number: '9007199254740993' }, null))).toEqual(['2:2 number']);
    await expect(read('1.234', null)).rejects.toThrow(/--locale en or --locale id.*\(sheet "x"\)/);
  });

  test.each([
    ['12', 12],
    ['1.5', 1.5],
    ['1E3', 1000],
    ['1.5E-2', 0.015],
    ['1e999', 'number'],
    ['NaN', 'number'],
    ['-1', 'number'],
    ['0x10', 'number'],
    ['', 'number'],
  ])('an exact number "%s" is %s', (text, value) => {
    const reading = exactNumber(text, true);
    expect('value' in reading ? reading.value : reading.rule).toBe(value);
  });

  test('an id that a spreadsheet took for a number is destroyed', async () => {
    const file = exportFile('meta-business-suite', 'indonesian');
    const [header = [], first = []] = new TextDecoder('utf-8', { ignoreBOM: false })
      .decode(file.bytes)
      .split('\n')
      .filter((_, index) => index === 0 || index === 3)
      .map((line) => line.replaceAll('"', '').split(','));
    for (const id of ['18011112222333402', '1.8011112222333402E16']) {
      const rows = [header, [{ number: id }, ...first.slice(1)]];
      const book = await received({ ...file, bytes: workbook({ x: rows }) });
      expect(await places(() => metaBusinessSuite.read(book))).toEqual(['2:1 id']);
    }
  });

  test('an old Excel file is refused with what to do, whatever its name', async () => {
    const old = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Array.from({ length: 600 }, () => 0)]);
    expect(await worksheets('f.xls', old)).toBeUndefined();
    expect(() => linkedinExport.read(handed('f.xls', old))).toThrow(/f\.xls:1:1 old-excel .*save it as \.xlsx/);
    const page = utf8('<html><table><tr><td>Date</td></tr></table></html>');
    expect(() => linkedinExport.read(handed('f.xls', page))).toThrow(/1:1 not-csv this is a web page/);
  });

  const bomb = new Uint8Array(30_000_000).fill(0x20);
  test.each<[string, Uint8Array, string]>([
    ['a path out of the archive', workbook(plain, { '../../etc/passwd.xml': 'x' }), '1:1 zip'],
    ['a path with backslashes', workbook(plain, { 'xl\\..\\..\\x.xml': 'x' }), '1:1 zip'],
    ['an absolute path', workbook(plain, { '/etc/x.xml': 'x' }), '1:1 zip'],
    ['macros', workbook(plain, { 'xl/vbaProject.bin': 'x' }), '1:1 macros'],
    ['an archive inside', workbook(plain, { 'xl/embeddings/a.zip': 'x' }), '1:1 zip'],
    ['a workbook inside', workbook(plain, { 'xl/embeddings/a.xlsx': 'x' }), '1:1 zip'],
    ['a bomb', workbook(plain, { 'xl/bomb.xml': bomb }), '1:1 zip'],
    ['four bombs', workbook(plain, { 'a.xml': bomb, 'b.xml': bomb, 'c.xml': bomb, 'd.xml': bomb }), '1:1 zip'],
    ['entities', workbook(plain, { 'xl/worksheets/sheet1.xml': '<!DOCTYPE x [<!ENTITY a "b">]><worksheet/>' }), '1:1 excel'],
    [
      'a cell far to the right',
      workbook(plain, { 'xl/worksheets/sheet1.xml': sheetOf([['a']]).replace('"A1"', '"XFD1"') }),
      '1:1 too-large',
    ],
    [
      'a row far below',
      workbook(plain, { 'xl/worksheets/sheet1.xml': sheetOf([['a']]).replace('row r="1"', "row r='1048576'") }),
      '1:1 too-large',
    ],
    [
      'a place that is none',
      workbook(plain, { 'xl/worksheets/sheet1.xml': sheetOf([['a']]).replace('"A1"', '"&#65;1"') }),
      '1:1 excel',
    ],
    ['a sheet that is no XML', workbook(plain, { 'xl/worksheets/sheet1.xml': '<worksheet><sheetData><row' }), '1:1 excel'],
    ['no sheet where it should be', workbook(plain, { 'xl/_rels/workbook.xml.rels': '<Relationships/>' }), '1:1 excel'],
    ['half a file', workbook({ x: Array.from({ length: 50 }, (_, index) => [`n${index * 7919}`]) }).slice(0, 900), '1:1 zip'],
    ['two letters', utf8('PK'), '1:1 zip'],
  ])('%s is refused', async (name, bytes, place) => {
    expect(await refused(bytes), name).toEqual([place]);
  });

  test('a ZIP of CSV files says so', async () => {
    const { zipSync } = await import('fflate');
    const bytes = zipSync({ 'Overview.csv': utf8('Date,Views\n') });
    await expect(worksheets('Overview.zip', bytes)).rejects.toThrow(/this is a ZIP archive; unpack it/);
  });

  test('an archive that lies about its sizes is stopped while it unpacks', async () => {
    const bytes = workbook(plain, { 'xl/bomb.xml': bomb });
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    for (let at = 0; at < bytes.byteLength - 30; at += 1) {
      const signature = view.getUint32(at, true);
      if (signature === 0x04034b50 && view.getUint32(at + 22, true) === bomb.byteLength) view.setUint32(at + 22, 10, true);
      if (signature === 0x02014b50 && view.getUint32(at + 24, true) === bomb.byteLength) view.setUint32(at + 24, 10, true);
    }
    expect(await refused(bytes)).toEqual(['1:1 zip']);
  });

  test('many sheets that share one large part are refused', async () => {
    const large = sheetOf(Array.from({ length: 20_000 }, (_, row) => [`isi sel yang panjang sekali nomor ${row * 7919}`]));
    const names = Array.from({ length: 200 }, (_, index) => `S${index}`);
    const rels = names.map(
      (_, index) => `<Relationship Id="rId${index + 1}" Type="x/worksheet" Target="worksheets/sheet1.xml"/>`,
    );
    const bytes = workbook(Object.fromEntries(names.map((name) => [name, [['a']]])), {
      'xl/worksheets/sheet1.xml': large,
      'xl/_rels/workbook.xml.rels': `<Relationships>${rels.join('')}</Relationships>`,
    });
    expect(await refused(bytes)).toEqual(['1:1 too-large']);
  });

  test('a register of many rows is read in time', async () => {
    const rows: Cell[][] = Array.from({ length: 60_000 }, (_, index) => [`${9_000_000 + index}`, 'Selesai', 'Air bersih', index]);
    const begun = performance.now();
    const [grid] =
      (await worksheets(
        'f.xlsx',
        workbook({ Data: [['Judul Laporan'], [], ['Tracking ID', 'Status', 'Kategori', 'N'], ...rows] }),
      )) ?? [];
    expect(grid?.rows).toHaveLength(60_002);
    expect(performance.now() - begun).toBeLessThan(30_000);
  });
});

describe('the header', () => {
  const columns = {
    id: { kind: 'text', names: { id: ['Tracking ID'] } },
    status: { kind: 'text', names: { id: ['Status Laporan'] } },
  } satisfies Record<string, Column>;
  const layouts = [{ name: 'LAPOR', needs: ['id', 'status'] as const }];
  const table = [
    ['Judul Laporan', 'Laporan Masuk'],
    ['Nama Instansi', 'Dinas Contoh'],
    ['Tracking ID', 'Status Laporan'],
    ['9000001', 'Selesai'],
  ];

  test('is found below rows of information, in a CSV file and in a workbook', async () => {
    const csv = handed('f.csv', utf8(table.map((row) => row.join(';')).join('\n')));
    const book = await received(handed('f.xlsx', workbook({ Catatan: [['x']], Data: table })));
    for (const file of [csv, book]) {
      const { sheet } = open(file, columns, layouts);
      expect(sheet.above.map((row) => row.cells[0])).toEqual(['Judul Laporan', 'Nama Instansi']);
      expect(sheet.rows.map((row) => [row.line, sheet.text(row, 'id')])).toEqual([[4, '9000001']]);
    }
  });

  test('is looked for in the first rows alone, and its fault stands at the top', async () => {
    const late = [...Array.from({ length: 40 }, () => ['x', 'y']), ...table.slice(2)];
    expect(
      await places(() => open(handed('f.csv', utf8(late.map((row) => row.join(',')).join('\n'))), columns, layouts)),
    ).toEqual(['1:1 header']);
  });

  test('all sheets that fit are given, and their faults together', async () => {
    const book = await received(handed('f.xlsx', workbook({ A: table, B: [['x']], C: table })));
    const opened = openEach(book, columns, layouts);
    expect(opened.map(({ sheet }) => sheet.name)).toEqual(['A', 'C']);
    for (const { sheet } of opened) sheet.refuse(sheet.rows[0] as never, 'status', 'x', 'faulty');
    expect(await places(() => opened[0]?.sheet.done())).toEqual(['4:2 x', '4:2 x']);
  });
});

describe('days without a year', () => {
  test.each([
    ['April 12', '04-12'],
    ['12 April', '04-12'],
    ['12. Dez.', '12-12'],
    ['12. Dez', '12-12'],
    ['29 Februari', '02-29'],
    ['31 April', undefined],
    ['18 tháng Sáu', undefined],
    ['April 12, 2025', undefined],
    ['', undefined],
  ])('"%s" is %s', (text, day) => {
    expect(readMonthDay(text)).toBe(day);
  });

  const overview = (days: readonly string[], more: Partial<Export>): Promise<string[]> =>
    places(() => {
      const rows = days.map((day) => `"${day}","1","1","1","1","1"`);
      const bytes = utf8(`"Date","Video Views","Profile Views","Likes","Comments","Shares"\n${rows.join('\n')}\n`);
      const { series } = tiktokExport.read(handed('Overview.csv', bytes, { today: '2026-01-10', ...more }));
      throw new Found(series[0]?.values.map((value) => value.day) ?? []);
    }).catch((found: unknown) => {
      if (found instanceof Found) return found.days;
      throw found;
    });
  class Found extends Error {
    readonly days: string[];
    constructor(days: string[]) {
      super();
      this.days = days;
    }
  }

  test.each<[string, string[], Partial<Export>, string[]]>([
    ['no year at all', ['April 12'], {}, ['2:1 year']],
    ['the year of the last day', ['December 31', 'January 1'], { year: 2026 }, ['2025-12-31', '2026-01-01']],
    ['newest first', ['January 1', 'December 31'], { year: 2026 }, ['2025-12-31', '2026-01-01']],
    ['inside one year', ['April 12', 'April 13'], { year: 2025 }, ['2025-04-12', '2025-04-13']],
    [
      'a span over the new year',
      ['December 31', 'January 1'],
      { span: { from: '2025-12-01', to: '2026-01-09' } },
      ['2025-12-31', '2026-01-01'],
    ],
    ['a span that lacks the day', ['April 12'], { span: { from: '2025-12-01', to: '2026-01-09' } }, ['2:1 year']],
    ['a span of two years', ['April 12'], { span: { from: '2024-01-01', to: '2026-01-09' } }, ['2:1 year']],
    ['a span in which a day stands twice', ['March 1'], { span: { from: '2025-03-01', to: '2026-03-01' } }, ['2:1 year']],
    ['1970', ['April 12'], { year: 1970 }, ['2:1 year']],
    ['the future', ['April 12'], { year: 2027 }, ['2:1 year']],
    ['a day that is still to come', ['April 12'], { year: 2026 }, ['2:1 year']],
    ['29 February of a common year', ['February 28', 'February 29'], { year: 2025 }, ['3:1 year']],
    ['29 February of a leap year', ['February 28', 'February 29'], { year: 2024 }, ['2024-02-28', '2024-02-29']],
    // Gaps of 91, 91, 92 and 92 days: the two widest are alike.
    ['days without one beginning', ['January 1', 'July 1', 'April 1', 'October 1'], { year: 2025 }, ['2:1 year']],
  ])('%s', async (_, days, more, found) => {
    expect(await overview(days, more)).toEqual(found);
  });

  test('a whole year of days has no beginning', async () => {
    const days = Array.from({ length: 365 }, (_, index) =>
      new Date(Date.UTC(2025, 0, 1 + index)).toLocaleDateString('en-US', { month: 'long', day: 'numeric', timeZone: 'UTC' }),
    );
    expect(await overview(days, { year: 2025 })).toEqual(['2:1 year']);
    expect(await overview(days, { span: { from: '2025-01-01', to: '2025-12-31' } })).toHaveLength(365);
  });

  test('the error says which options settle it', () => {
    const bytes = utf8('Date,Video Views,Profile Views,Likes,Comments,Shares\nApril 12,1,1,1,1,1\n');
    expect(() => tiktokExport.read(handed('Overview.csv', bytes))).toThrow(
      /Overview\.csv:2:1 year the dates have no year; say --year YYYY .* or --from YYYY-MM-DD --to YYYY-MM-DD/,
    );
  });
});

describe('broken twins', () => {
  const tiktok = (folder: string, change: (text: string) => string, more: Partial<Export> = {}): Promise<string[]> =>
    twin(tiktokExport, 'tiktok-export', folder, change, more);

  test('TikTok', async () => {
    expect(await tiktok('overview', (text) => text.replace('"1591"', '"1.5K"'))).toEqual(['2:15 number']);
    expect(await tiktok('overview', (text) => text.replace('"December 29"', '"18 tháng Sáu"'))).toEqual(['3:1 date']);
    expect(await tiktok('overview', (text) => text.replace('"December 29"', '"December 28"'))).toEqual(['3:1 conflict']);
    expect(await tiktok('overview', (text) => text.replace('"December 29"', '"1970-04-12"'))).toEqual(['3:1 date']);
    expect(await tiktok('overview', (text) => text.replace('Video Views', '__proto__'))).toEqual(['1:1 header']);
    expect(await tiktok('followers', (text) => text.replace('"18231"', '"-1"'))).toEqual(['3:15 number']);
    expect(await tiktok('activity', (text) => text.replace('"23"', '"24"'))).toEqual(['25:13 number']);
    expect(await tiktok('content', (text) => text.replace(/video\/\d+/, 'video/x'), { year: 2025 })).toEqual(['2:66 id']);
    expect(await tiktok('content', (text) => text.replace('"December 29"', '""'), { year: 2026 })).toEqual(['2:131 date']);
    // An id that contradicts the stated day is not believed; then the year has to come from somewhere.
    expect(await tiktok('content', (text) => text.replace('"December 29"', '"May 5"'))).toEqual(['2:1 year']);
    expect(await places(() => tiktokExport.read(handed('FollowerGender.csv', utf8('Gender,Distribution\nMale,0.55\n'))))).toEqual(
      ['2:6 header'],
    );
  });

  test('thousands of faults are told by the first of them', async () => {
    const rows = Array.from({ length: 5_000 }, (_, index) => `"2026-09-01","${index}K","1","1","1","1"`).join('\n');
    const bytes = utf8(`Date,Video Views,Profile Views,Likes,Comments,Shares\n${rows}\n`);
    const found = await places(() => tiktokExport.read(handed('Overview.csv', bytes)));
    expect([found.length, found[0], found.at(-1)]).toEqual([201, '2:14 number', '202:14 more']);
  });

  test('Meta Business Suite by day', async () => {
    const reach = (change: (text: string) => string): Promise<string[]> =>
      twin(metaBusinessSuite, 'meta-business-suite', 'daily-reach', change);
    expect(await reach((text) => text.replace('"Jangkauan"', '"Metrik aneh"'))).toEqual(['2:1 title']);
    expect(await reach((text) => text.replace('"Jangkauan"\r\n', ''))).toEqual(['3:1 title']);
    expect(await reach((text) => text.replace('"Jangkauan"', '"Facebook reach"'))).toEqual(['2:1 account']);
    expect(await reach((text) => text.replace('"Jangkauan"', '"Reach, total"'))).toEqual(['2:1 title']);
    expect(await reach((text) => text.replace('"1370"', '"1,370"'))).toEqual(['4:23 ambiguous-number']);
    expect(await reach((text) => text.replace('"1370"', '"-1"'))).toEqual(['4:23 number']);
    expect(await reach((text) => text.replace('2026-09-25T', '2026-09-24T'))).toEqual(['5:1 conflict']);
    expect(await reach((text) => text.replace('2026-09-25T', '2999-09-24T'))).toEqual(['5:1 date']);
  });

  test('Meta Business Suite of a Page', async () => {
    const page = (change: (text: string) => string, more: Partial<Export> = {}): Promise<string[]> =>
      twin(metaBusinessSuiteFacebook, 'meta-business-suite-facebook', 'content', change, more);
    expect(await page((text) => text.replace('122100000000000102', '1.221E+17'))).toEqual(['3:1 id']);
    expect(await page((text) => text, { name: 'x.csv' })).toEqual(['1:1 span']);
    expect(await page((text) => text.replaceAll('61550000000001', '61550000000007'))).toEqual(['2:20 account']);
    expect(await page((text) => text.replace('Post ID,', 'Video asset ID,'))).toEqual(['1:1 header']);
    const instagram = exportFile('meta-business-suite', 'content');
    expect(await places(() => metaBusinessSuiteFacebook.read(instagram))).toEqual(['2:1 header']);
  });

  test('YouTube audience', async () => {
    const age = (change: (text: string) => string, more: Partial<Export> = {}): Promise<string[]> =>
      twin(youtubeStudio, 'youtube-studio', 'age', change, more);
    expect(await age((text) => text.replace('13–17 years', 'young'))).toEqual(['2:1 value']);
    expect(await age((text) => text.replace('13–17', '18–24'))).toEqual(['3:1 conflict']);
    expect(await age((text) => text, { span: { from: '2026-08-02', to: '2026-08-31' } })).toEqual(['1:1 span']);
    expect(await age((text) => text, { span: { from: '2026-08-04', to: '2026-08-31' } })).toEqual([]);
  });

  test('views that YouTube counts in another way are another metric', () => {
    const file = exportFile('youtube-studio', 'date-id');
    const days = ['2025-03-30', '2025-03-31', '2026-08-23', '2026-08-24'];
    const bytes = utf8(['Date,Views', ...days.map((day, index) => `${day},${index}`)].join('\n'));
    const { series } = youtubeStudio.read({ ...file, bytes });
    const found = series.map(({ metric, values }) => [metric, values.map(({ day }) => day)]);
    expect(found).toEqual([
      ['Views', ['2025-03-30']],
      ['Views (Shorts from the start of playback)', ['2025-03-31', '2026-08-23']],
      ['Views (all from the start of playback)', ['2026-08-24']],
    ]);
    const given = youtubeStudio.declaration.gives.filter((one) => one.measure === 'views' && one.window === 'day');
    expect(given.map(({ metric, since, until }) => [metric, since, until])).toEqual([
      ['Views', undefined, '2025-03-30'],
      ['Views (Shorts from the start of playback)', '2025-03-31', '2026-08-23'],
      ['Views (all from the start of playback)', '2026-08-24', undefined],
    ]);
  });

  test('LinkedIn', async () => {
    const book = (name: string, sheets: Sheets): Promise<Export> =>
      received({ ...exportFile('linkedin-export', 'content'), name, bytes: workbook(sheets) });
    const posts: Sheets = {
      'All posts': [
        ['Post title', 'Post link', 'Created date', 'Impressions', 'Likes'],
        ['x', 'https://www.linkedin.com/feed/update/urn:li:activity:1', '13/09/2026', 1, 1],
        ['y', 'https://example.org/', '14/09/2026', 1, 1],
      ],
    };
    expect(await places(async () => linkedinExport.read(await book('x.xlsx', posts)))).toEqual(['1:1 span']);
    const span = { from: '2026-09-01', to: '2026-09-30' };
    expect(await places(async () => linkedinExport.read({ ...(await book('x.xlsx', posts)), span }))).toEqual(['3:2 id']);
  });
});
