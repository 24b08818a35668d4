import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { DataError } from '#model/error.ts';
import { Series } from '#model/observation.ts';
import { Post } from '#model/post.ts';
import { placeOf, readTable } from '#sources/file/csv.ts';
import { orderIn, readDate } from '#sources/file/date.ts';
import { evidence, readNumber } from '#sources/file/number.ts';
import { metaBusinessSuite } from '#sources/meta/meta-business-suite.ts';
import type { Export, ExportSource } from '#sources/source.ts';
import { fromHtml, words } from '#sources/figure/text.ts';
import { xAnalytics } from '#sources/x/x-analytics.ts';
import { youtubeStudio } from '#sources/google/youtube-studio.ts';
import { exportFile } from './conformance.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The findings as `line:column rule`, or none. */
function places(run: () => unknown): string[] {
  try {
    run();
    return [];
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    expect(error.message.split('\n').length).toBeGreaterThanOrEqual(error.findings.length);
    return error.findings.map((one) => `${one.line}:${one.column} ${one.rule}`);
  }
}

describe('bytes and rows', () => {
  const cells = (bytes: Uint8Array, encoding?: 'windows-1252'): string[][] => {
    const { header, rows } = readTable('f.csv', bytes, encoding ? { encoding } : {});
    return [header, ...rows].map((row) => [...row.cells]);
  };
  const plain = [
    ['Tanggal', 'Jangkauan'],
    ['1', 'ä'],
  ];

  test.each([
    ['comma', 'Tanggal,Jangkauan\n1,ä\n'],
    ['semicolon', 'Tanggal;Jangkauan\r\n1;ä\r\n'],
    ['tabulator', 'Tanggal\tJangkauan\n1\tä'],
    ['a line that names it', 'sep=;\r\nTanggal;Jangkauan\r\n1;ä\r\n'],
    ['blank lines between', '\nTanggal,Jangkauan\n\n1,ä\n\n'],
    ['a mark before it', '\ufeffTanggal,Jangkauan\n1,ä\n'],
    ['old line ends', 'Tanggal,Jangkauan\r1,ä\r'],
    ['empty cells that a spreadsheet added', 'Tanggal,Jangkauan\n1,ä,,\n'],
  ])('reads %s', (_, text) => {
    expect(cells(utf8(text))).toEqual(plain);
  });

  test('reads UTF-16 by its mark, and Windows-1252 only when told', () => {
    const little = Buffer.from('\ufeffTanggal,Jangkauan\n1,ä\n', 'utf16le');
    expect(cells(little)).toEqual(plain);
    expect(cells(Buffer.from(little).swap16())).toEqual(plain);
    const old = Buffer.from('Tanggal,Jangkauan\n1,ä\n', 'latin1');
    expect(cells(old, 'windows-1252')).toEqual(plain);
    expect(places(() => cells(old))).toEqual(['2:1 encoding']);
    expect(() => cells(old)).toThrow(/byte 20 is not valid UTF-8/);
  });

  test.each<[string, Uint8Array, string]>([
    ['UTF-16 without its mark', Buffer.from('Date,Views\n1,2\n', 'utf16le'), '1:1 encoding'],
    ['half a UTF-16 character', Buffer.from([0xff, 0xfe, 0x41, 0x00, 0x42]), '1:1 encoding'],
    ['an Excel file', utf8('PK\u0003\u0004abc'), '1:1 not-csv'],
    ['a gzip file', new Uint8Array([0x1f, 0x8b, 8, 0]), '1:1 not-csv'],
    ['nothing', utf8(''), '1:1 empty'],
    ['blank lines alone', utf8('\n\n \n'), '1:1 empty'],
    ['a quotation mark that never closes', utf8('a,b\n1,2\n"3,4\n5,6\n'), '3:1 quote'],
    ['text after a closed quotation', utf8('a,b\n1,2\n\n"3"x,4\n'), '4:1 quote'],
    ['a quotation mark inside a cell', utf8('a,b\n1,3"4\n'), '2:1 quote'],
    ['a row that is too short', utf8('a,b,c\n1,2,3\n"4\n5",6\n7,8,9\n'), '3:1 columns'],
    ['a row that is too long', utf8('a,b\n1,2\n3,4,5\n'), '3:1 columns'],
    ['a thousand columns', utf8(`${'x,'.repeat(1_000)}y\n`), '1:1 columns'],
    ['one endless line', utf8(`a,b\n1,2\n"${'x'.repeat(1_100_000)}",3\n`), '3:1 too-long'],
  ])('refuses %s', (_, bytes, place) => {
    expect(places(() => readTable('f.csv', bytes))).toEqual([place]);
  });

  test('refuses a file by its size before it looks inside', () => {
    expect(places(() => readTable('f.csv', new Uint8Array(25_000_001)))).toEqual(['1:1 too-large']);
  });

  test('names every row that does not fit, at once', () => {
    expect(places(() => readTable('f.csv', utf8('a,b\n1\n1,2\n3\n')))).toEqual(['2:1 columns', '4:1 columns']);
  });

  test('gives the place of a cell, quoted lines and separators counted', () => {
    const { rows, delimiter } = readTable('f.csv', utf8('a,b,c\n"x, y\nz",22,333\n'));
    expect([0, 1, 2].map((index) => placeOf(rows[0] as NonNullable<(typeof rows)[0]>, index, delimiter))).toEqual([
      { line: 2, column: 1 },
      { line: 3, column: 4 },
      { line: 3, column: 7 },
    ]);
  });

  test('any bytes are read or refused with a place, never anything else', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        for (const place of places(() => readTable('f.csv', bytes))) expect(place).toMatch(/^\d+:\d+ [a-z-]+$/);
      }),
      { numRuns: 500, seed: 7 },
    );
  });
});

describe('numbers', () => {
  const read = (text: string, mark?: 'point' | 'comma', decimals = false): unknown => {
    const reading = readNumber(text, decimals, mark);
    return 'value' in reading ? reading.value : reading.rule;
  };

  test.each([
    ['0', 0],
    ['12', 12],
    [' 1070 ', 1070],
    ['9007199254740991', 9007199254740991],
    ['1,234,567', 1234567],
    ['1.234.567', 1234567],
    ['12 400'.replace(' ', '\u202f'), 12400],
    ['', null],
    ['-', null],
    ['–', null],
    ['N/A', null],
    ['\u00a0', null],
    ['1,234', 'ambiguous-number'],
    ['1.234', 'ambiguous-number'],
    ['9007199254740993', 'number'],
    ['1e999', 'number'],
    ['1E+17', 'number'],
    ['NaN', 'number'],
    ['Infinity', 'number'],
    ['0x10', 'number'],
    ['-1', 'number'],
    ['−1', 'number'],
    ['+1', 'number'],
    ['007', 'number'],
    ['12K', 'number'],
    ['1,2 rb', 'number'],
    ['5.5', 'number'],
    ['1,23,456', 'number'],
    ['٣', 'number'],
    ['12 apel', 'number'],
  ])('a count of "%s" is %s', (text, value) => {
    expect(read(text)).toBe(value);
  });

  test.each([
    ['1.234', 'point', 1.234],
    ['1.234', 'comma', 1234],
    ['1,234', 'point', 1234],
    ['1,234', 'comma', 1.234],
    ['375.6609', undefined, 375.6609],
    ['5,5', undefined, 5.5],
    ['1,234.5', undefined, 1234.5],
    ['1.234,5', 'point', 'number'],
    ['219.308', undefined, 'ambiguous-number'],
    ['0.594', undefined, 0.594],
  ] as const)('a decimal "%s" with the mark %s is %s', (text, mark, value) => {
    expect(read(text, mark, true)).toBe(value);
  });

  test('knows which cells prove a mark', () => {
    expect(['1.5', '1,5', '1.234', '1,234,567', '12', '1234.567'].map(evidence)).toEqual([
      ['point'],
      ['comma'],
      [],
      ['point'],
      [],
      ['point'],
    ]);
  });

  test('reads back every count that either language writes', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }),
        fc.constantFrom('en-US' as const, 'id-ID' as const),
        (count, locale) => {
          expect(read(count.toLocaleString(locale), locale === 'en-US' ? 'point' : 'comma')).toBe(count);
        },
      ),
      { numRuns: 500, seed: 7 },
    );
  });
});

describe('dates', () => {
  const read = (text: string, order?: 'month-first' | 'day-first'): unknown => {
    const reading = readDate(text, 'Asia/Jakarta', '2026-09-30', order);
    return 'day' in reading ? (('at' in reading ? reading.at : undefined) ?? reading.day) : reading.rule;
  };

  test.each([
    ['2026-09-01', '2026-09-01'],
    ['Dec 15, 2023', '2023-12-15'],
    ['Fri, Mar 21, 2025', '2025-03-21'],
    ['Thu Mar 20 2025', '2025-03-20'],
    ['15 Des 2023', '2023-12-15'],
    ['3 Agustus 2026', '2026-08-03'],
    ['17 Agu 2026', '2026-08-17'],
    ['1. März 2026', '2026-03-01'],
    ['01.09.2026 18:00', '2026-09-01T11:00:00Z'],
    ['2026-08-15 12:00 +0000', '2026-08-15T12:00:00Z'],
    ['2025-08-01T00:00:00', '2025-07-31T17:00:00Z'],
    ['09/29/2026 23:30', '2026-09-29T16:30:00Z'],
    ['29/09/2026', '2026-09-29'],
    ['05/05/2026', '2026-05-05'],
    ['9/29/2026 11:30 PM', '2026-09-29T16:30:00Z'],
    ['29 Feb 2024', '2024-02-29'],
    ['2026-10-01', '2026-10-01'],
    ['', null],
    ['-', null],
    ['01/02/2026', 'ambiguous-date'],
    ['31/02/2026', 'date'],
    ['2026-02-31', 'date'],
    ['29 Feb 2026', 'date'],
    ['2999-01-01', 'date'],
    ['2026-10-02', 'date'],
    ['1970-04-12', 'date'],
    ['April 12', 'date'],
    ['19:47', 'date'],
    ['2026-09-01 25:00', 'date'],
    ['45123', 'date'],
    ['kemarin', 'date'],
  ])('"%s" is %s', (text, value) => {
    expect(read(text)).toBe(value);
  });

  test('an ambiguous day is read as told', () => {
    expect([read('01/02/2026', 'month-first'), read('01/02/2026', 'day-first')]).toEqual(['2026-01-02', '2026-02-01']);
    expect(['13/01/2026', '01/13/2026 08:00', '01/02/2026'].map(orderIn)).toEqual(['day-first', 'month-first', undefined]);
  });
});

describe('broken twins of the exports', () => {
  const twin = (
    source: ExportSource,
    id: string,
    folder: string,
    change: (text: string) => string,
    more: Partial<Export> = {},
  ): string[] => {
    const file = exportFile(id, folder);
    const text = new TextDecoder().decode(file.bytes);
    const changed = change(text);
    if (Object.keys(more).length === 0) expect(changed).not.toBe(text);
    return places(() => source.read({ ...file, bytes: utf8(changed), ...more }));
  };
  const meta = (change: (text: string) => string, more: Partial<Export> = {}): string[] =>
    twin(metaBusinessSuite, 'meta-business-suite', 'content', change, more);
  const tube = (change: (text: string) => string, more: Partial<Export> = {}): string[] =>
    twin(youtubeStudio, 'youtube-studio', 'content', change, more);
  const days = (change: (text: string) => string, more: Partial<Export> = {}): string[] =>
    twin(youtubeStudio, 'youtube-studio', 'date-id', change, more);
  const x = (change: (text: string) => string, more: Partial<Export> = {}): string[] =>
    twin(xAnalytics, 'x-analytics', 'content', change, more);
  const over = (change: (text: string) => string): string[] => twin(xAnalytics, 'x-analytics', 'overview', change);

  test('ids that a spreadsheet destroyed', () => {
    expect(meta((text) => text.replace('18011112222333345', '1.80111E+16'))).toEqual(['4:1 id']);
    expect(x((text) => text.replace('1111111111111111113', '"1,11111E+18"'))).toEqual(['6:1 id']);
    expect(x((text) => text.replace('1111111111111111113', '../../etc'))).toEqual(['6:1 id']);
    expect(x((text) => text.replace('1111111111111111113', 'abc'))).toEqual(['6:1 id']);
  });

  test('all faults of a file at once, each at its place', () => {
    const broken = (text: string): string =>
      text.replace(',900,700,', ',9OO,-7,').replace('09/02/2026 08:31', '02/31/2026 08:31');
    expect(meta(broken)).toEqual(['4:83 date', '4:158 number', '4:162 number']);
  });

  test('numbers that need a language', () => {
    expect(meta((text) => text.replace('"1,234,567"', '"1,234"'))).toEqual(['3:162 ambiguous-number', '3:171 ambiguous-number']);
    expect(meta((text) => text.replace('"1,234,567"', '"1,234"'), { locale: 'en' })).toEqual([]);
    expect(meta((text) => text.replace('"12,400"', '12.400.000'))).toEqual(['1:1 mixed-numbers', '3:173 number']);
  });

  test('a column that stands twice, or is gone', () => {
    expect(meta((text) => text.replace('Views,Reach', 'Reach,Reach'))).toEqual(['1:134 duplicate-column']);
    expect(meta((text) => text.replace('Publish time', 'Published'))).toEqual(['1:1 header']);
    expect(tube((text) => text.replace('Video publish time', 'Publish'))).toEqual(['1:1 header']);
    expect(over((text) => text.replace('Impressions', '__proto__'))).toEqual(['1:1 header']);
  });

  test('a header in other letters, with invisible signs, still is that header', () => {
    const file = exportFile('x-analytics', 'overview');
    const text = new TextDecoder()
      .decode(file.bytes)
      .replace('Impressions', '\u200bIMPRES\u00adSIONS\u00a0')
      .replace('Likes', 'constructor')
      .replace('Media views', '__proto__');
    const { series } = xAnalytics.read({ ...file, bytes: utf8(text) });
    expect(series.map((one) => one.measure)).toContain('impressions');
    expect(series.map((one) => one.measure)).not.toContain('likes');
    expect(({} as Record<string, unknown>)['likes']).toBeUndefined();
  });

  test('the same thing twice with different figures', () => {
    expect(over((text) => text.replace('"Sat, Sep 26, 2026"', '"Mon, Sep 28, 2026"'))).toEqual(['5:1 conflict']);
    expect(x((text) => text.replace('1111111111111111113,', '1111111111111111111,'))).toEqual(['6:1 conflict']);
  });

  test('a file of posts that does not say its days', () => {
    for (const run of [meta, tube, x]) {
      expect(run((text) => text, { name: 'data.csv' })).toEqual(['1:1 span']);
      expect(run((text) => text, { name: 'data.csv', span: { from: '2026-09-01', to: '2026-09-30' } })).toEqual([]);
    }
    expect(meta((text) => text, { name: 'Sep-31-2026_Sep-30-2026_1.csv' })).toEqual(['1:1 span']);
  });

  test('another account’s file, another platform’s, figures by the day', () => {
    expect(meta((text) => text.replaceAll(',dinas.contoh,', ',dinas.lain,'))).toEqual(['2:37 account']);
    const page = utf8(
      'Post ID,Page ID,Page name,Title,Description,Duration (sec),Publish time,Permalink,Reactions\n1,2,x,y,z,0,09/02/2026 08:31,https://x,3\n',
    );
    expect(places(() => metaBusinessSuite.read({ ...exportFile('meta-business-suite', 'content'), bytes: page }))).toEqual([
      '2:1 header',
    ]);
    expect(meta((text) => text.replace('IG reel,,Lifetime', 'IG reel,,09/03/2026'))).toEqual(['4:149 not-lifetime']);
    expect(days((text) => text.replaceAll('Tanggal', 'Tanggal,Konten').replace(/\n(.+)/g, '\nx,$1'))).toEqual(['2:1 header']);
  });

  test('rows of a full table are not taken as all there is', () => {
    const file = exportFile('youtube-studio', 'content');
    const header = new TextDecoder().decode(file.bytes).split('\n')[0] ?? '';
    const rows = Array.from({ length: 500 }, (_, index) => `video-${index},x,"Sep 2, 2026",5,0,0,0,1,0.5,0,1,1.5`);
    const { span, gaps, posts } = youtubeStudio.read({ ...file, bytes: utf8([header, ...rows].join('\n')) });
    expect([span, posts.length, gaps.map((gap) => gap.reason)]).toEqual([null, 500, ['partial']]);
  });
});

describe('damaged exports', () => {
  const Figures = z.object({ series: z.array(Series), posts: z.array(Post) });

  test.each([
    [metaBusinessSuite, 'meta-business-suite', 'content'],
    [youtubeStudio, 'youtube-studio', 'content'],
    [youtubeStudio, 'youtube-studio', 'date-id'],
    [xAnalytics, 'x-analytics', 'content'],
    [xAnalytics, 'x-analytics', 'overview'],
  ] as const)('are read by the schema or refused with a place, never anything else (%#)', (source, id, folder) => {
    const file = exportFile(id, folder);
    let refused = 0;
    const damage = fc.array(
      fc.tuple(
        fc.nat(file.bytes.byteLength - 1),
        fc.constantFrom(...Array.from(',;"\n\r\t0-.E/', (one) => one.charCodeAt(0)), 0, 0xff),
      ),
      {
        minLength: 1,
        maxLength: 4,
      },
    );
    fc.assert(
      fc.property(damage, (changes) => {
        const bytes = new Uint8Array(file.bytes);
        for (const [at, byte] of changes) bytes[at] = byte;
        try {
          const { series, posts } = source.read({ ...file, bytes });
          expect(Figures.safeParse({ series, posts }).success).toBe(true);
        } catch (error) {
          if (!(error instanceof DataError)) throw error;
          refused += 1;
          for (const one of error.findings)
            expect([one.file, one.line > 0, one.column > 0, one.message.length > 10]).toEqual([file.name, true, true, true]);
        }
      }),
      { numRuns: 300, seed: 7 },
    );
    expect(refused).toBeGreaterThan(50);
  });
});

describe('words', () => {
  test.each([
    ['handles of others', 'Halo @budi dan @dinas, @siti.a@mastodon.example!', 'Halo @… dan @dinas, @…!'],
    [
      'our own with its server, not with another',
      '@dinas@sosial.example, @DINAS, @dinas@lain.example',
      '@dinas@sosial.example, @DINAS, @…',
    ],
    ['a handle after a full stop, as X wants it', '.@budi halo, (@siti) .@dinas, a-@ani', '.@… halo, (@…) .@dinas, a-@…'],
    ['a word with a sign in it', 'buka pukul 5@loket', 'buka pukul 5@loket'],
    ['full-width signs', '＠budi', '@…'],
    ['e-mail', 'Surel: nama.orang+x@kantor.go.id.', 'Surel: […].'],
    [
      'mobile numbers',
      '0812-3456-7890, (0812) 3456 789, +62 812 3456 7890, 62-811-222-3334, +6281234567890',
      '[…], […], […], […], […]',
    ],
    [
      'mobile numbers with other dashes, slashes, dots',
      '0812–3456–7890, 0812—345—678, 0812/3456/7890, 0812.3456.7890, +62 (812) 3456·7890, 0812 – 3456 – 7890, ０８１２３４５６７８９',
      '[…], […], […], […], […], […], […]',
    ],
    [
      'identity numbers in groups',
      'NIK 7371 0145 0890 0001, 737101.450890.0001, 73-71-01-45-08-90-0001, 112 7371–0145–0890–0001',
      'NIK […], […], […], 112 […]',
    ],
    [
      'free lines, years, days, sums',
      '0800-1-500-567, 14045, 2023 2024 2025 2026, 08/10/2026 09.00, 24.683, Rp62.800.000.000, Rp 1.081.234.567.890, 24.628.123.456, 1998–2026',
      '0800-1-500-567, 14045, 2023 2024 2025 2026, 08/10/2026 09.00, 24.683, Rp62.800.000.000, Rp 1.081.234.567.890, 24.628.123.456, 1998–2026',
    ],
    ['a chat link', 'https://wa.me/6281234567890', 'https://wa.me/[…]'],
    ['an identity number', 'NIK 3201011501900001', 'NIK […]'],
    [
      'hotlines, dates, sums',
      '112, 119, 1500-567, 08-10-2026 09.00, Rp1.250.000, 2026',
      '112, 119, 1500-567, 08-10-2026 09.00, Rp1.250.000, 2026',
    ],
    [
      'links to profiles',
      'https://x.com/budi dan instagram.com/p/AbC1 dan x.com/dinas/status/1',
      'https://x.com/… dan instagram.com/p/AbC1 dan x.com/dinas/status/1',
    ],
    ...[
      ['t.me/budi_s.', 't.me/….'],
      ['(https://t.me/s/budi_s/12)', '(https://t.me/…)'],
      ['id.linkedin.com/in/budi-santoso-1a2/?x=1 ok', 'id.linkedin.com/… ok'],
      ['https://bsky.app/profile/budi.bsky.social/post/3k', 'https://bsky.app/…'],
      ['bsky.app/profile/did:plc:abc', 'bsky.app/…'],
      ['https://www.facebook.com/profile.php?id=100012345678901', 'https://www.facebook.com/…'],
      ['m.facebook.com/profile.php?ref=a&id=1000', 'm.facebook.com/…'],
      ['facebook.com/people/Budi-S/1000', 'facebook.com/…'],
      ['fb.com/budi?x=1', 'fb.com/…'],
      ['m.me/budi', 'm.me/…'],
      ['instagram.com/stories/budi/123', 'instagram.com/…'],
      ['instagram.com/p.budi', 'instagram.com/…'],
      ['x.com/budi/status/1', 'x.com/…'],
      ['twitter.com/intent/user?screen_name=budi', 'twitter.com/…'],
      ['tiktok.com/@budi/video/1', 'tiktok.com/@…'],
      ['threads.net/@budi, sosial.example/@budi/99', 'threads.net/@…, sosial.example/@…'],
      ['youtube.com/@budi youtube.com/channel/UC1 youtube.com/user/budi', 'youtube.com/@… youtube.com/… youtube.com/…'],
    ].map(([raw = '', text = '']): [string, string, string] => [`the profile ${raw}`, raw, text]),
    ...[
      't.me/dinas',
      'https://sosial.example/@dinas/12',
      'bsky.app/profile/dinas/post/3k',
      'instagram.com/dinas/?hl=id',
      'youtube.com/@DINAS',
      'facebook.com/watch/?v=1',
      'youtube.com/watch?v=abc',
      'linkedin.com/company/kota',
      'instagram.com/explore. Lihat',
      'kota.go.id/layanan',
    ].map((text): [string, string, string] => [`ours, or no person’s: ${text}`, text, text]),
    ['bidirectional, zero-width, control', 'a\u202eb\u200bc\u0000d\u2066e\u00adf\u{e0041}', 'abcdef'],
    ['emoji that are joined', '👩\u200d👧 a\u200db', '👩\u200d👧 ab'],
    ['lone surrogates', 'a\ud83db', 'a\ufffdb'],
    ['line ends', 'a\r\nb\u2028c\u00a0d', 'a\nb\nc d'],
    ['markup as text', '<script>alert(1)</script>', '<script>alert(1)</script>'],
  ])('%s', (_, raw, text) => {
    const own = ['@dinas', 'dinas@sosial.example'];
    expect(words(raw, own).text).toBe(text);
    expect(words(text, own).text).toBe(text);
  });

  test('tags are one form, once, in order', () => {
    expect(words('#Banjir #BANJIR ＃ｂａｎｊｉｒ #ban\u200bjir #2026 #kota_baru &#39; a#b').tags).toEqual([
      'banjir',
      'kota_baru',
    ]);
  });

  test('is cut at 500 characters as people count them, and never looks at a megabyte', () => {
    const family = '👨\u200d👩\u200d👧';
    expect([...new Intl.Segmenter('id').segment(words(family.repeat(600)).text)]).toHaveLength(500);
    for (const piece of ['x', 'a.', '@a.', '0812', 'x.com/', '(08', '/@'])
      expect(words(piece.repeat(1_000_000)).text.length).toBeLessThanOrEqual(500);
    expect(words('x'.repeat(1_000_000)).text).toBe('x'.repeat(500));
    expect(words(`a${'\u0301'.repeat(1_000_000)}`).text.length).toBeLessThanOrEqual(4_000);
  });

  test('cleaning twice is cleaning once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (raw) => {
        const once = words(raw).text;
        expect(words(once).text).toBe(once);
      }),
      { numRuns: 500, seed: 7 },
    );
  });

  test('HTML becomes text, and only text', () => {
    expect(fromHtml('<p>A &amp; B &lt;3 &#39;x&#39; &#x1F600;<br/>C</p><p class="x">D&nbsp;E</p>')).toBe(
      "A & B <3 'x' 😀\nC\n\nD E",
    );
    expect(fromHtml('&amp;lt;b&amp;gt; &#9999999; &unknown;')).toBe('&lt;b&gt; &#9999999; &unknown;');
  });
});
