import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DataError, type Finding } from '#model/error.ts';
import { WAITS, waitOf } from '#model/wait.ts';
import { find, isExport, sources } from '#sources/index.ts';
import type { Export, ExportSource, Pull } from '#sources/source.ts';
import { templatesOf } from '#sources/register/template.ts';
import { exportFile, received } from './conformance.ts';

const RUNS = process.env['TERANG_PROVE'] ? 5000 : 150;
const registers = sources.filter((source) => isExport(source) && source.declaration.family === 'register') as ExportSource[];

function source(id: string): ExportSource {
  return find(id) as ExportSource;
}

function file(id: string, text: string, more: Partial<Export> = {}): Export {
  const account = { id: 'contoh', name: 'Contoh', platform: id, source: id, handle: 'contoh', since: '2026-01-01' };
  const span = { from: '2026-09-01', to: '2026-09-30' };
  const bytes = new TextEncoder().encode(text);
  return { name: 'berkas.csv', bytes, account, zone: 'Asia/Jakarta', today: '2026-10-05', file: 'outside/x', span, ...more };
}

function read(id: string, text: string, more: Partial<Export> = {}): Pull {
  return source(id).read(file(id, text, more));
}

function findings(id: string, text: string, more: Partial<Export> = {}): readonly Finding[] {
  try {
    read(id, text, more);
  } catch (error) {
    if (error instanceof DataError) return error.findings;
    throw error;
  }
  return [];
}

/** Values by month or day of one series, chosen by its parts. */
function values(pull: Pull, measure: string, dimensions: object, window = 'month'): (number | null)[] | undefined {
  const wanted = JSON.stringify(Object.entries(dimensions).sort());
  return pull.series
    .find(
      (one) =>
        one.measure === measure && one.window === window && JSON.stringify(Object.entries(one.dimensions).sort()) === wanted,
    )
    ?.values.map((value) => value.value);
}

describe('waiting times', () => {
  test('are cut without holes, and no finer or coarser than is said', () => {
    for (const unit of ['h', 'd'] as const) {
      const bins = WAITS.filter((one) => one.unit === unit);
      expect(bins[0]?.from).toBe(0);
      bins.forEach((bin, index) => expect(bin.to).toBe(bins[index + 1]?.from ?? null));
      for (const { from, to } of bins) {
        if (to === null) continue;
        const least = unit === 'h' ? (from < 4 ? 1 : from / 2) : from < 10 ? 1 : from / 2;
        expect(to - from).toBeLessThanOrEqual(least);
      }
    }
    expect(new Set(WAITS.map((one) => one.id)).size).toBe(WAITS.length);
  });

  test.each([
    ['h', 0, '0-1h'],
    ['h', 0.99, '0-1h'],
    ['h', 1, '1-2h'],
    ['h', 2160, 'over-2160h'],
    ['d', 0, '0-1d'],
    ['d', 9, '9-10d'],
    ['d', 90, 'over-90d'],
  ] as const)('%s %d is in %s', (unit, amount, bin) => expect(waitOf(unit, amount)).toBe(bin));

  test('a negative one is none', () => expect(() => waitOf('h', -1)).toThrow(RangeError));
});

describe('every register', () => {
  const all = registers.flatMap(({ declaration }) =>
    (declaration.layouts ?? []).map((layout) => [declaration.id, layout.id, declaration.layouts ?? [], layout] as const),
  );

  test.each(all)('%s %s: its sample is read, its empty template counts none', (id, _, layouts, layout) => {
    const [[, template], [, sample]] = templatesOf(id, layouts, layout) as [[string, string], [string, string]];
    expect(read(id, sample).series.some((one) => one.values.some((value) => (value.value ?? 0) > 0))).toBe(true);
    const empty = read(id, template);
    for (const { values: none } of empty.series) expect(new Set(none.map((value) => value.value))).toEqual(new Set([0]));
    expect(empty.gaps.every((gap) => gap.reason !== 'not-in-export')).toBe(true);
  });

  test.each(all)('%s %s: says which column is missing, doubled or a stranger, and where', (id, _, layouts, layout) => {
    const [, [, sample]] = templatesOf(id, layouts, layout) as [[string, string], [string, string]];
    const lines = sample.trimEnd().split('\n');
    const widened = [`${lines[0]},Nama Siti Canary`, ...lines.slice(1).map((line) => `${line},Siti Canary`)].join('\n');
    const [stranger] = findings(id, widened);
    expect(stranger).toMatchObject({ line: 1, column: (lines[0] ?? '').length + 2, rule: 'header' });
    expect(JSON.stringify(findings(id, widened))).not.toMatch(/canary|siti/i);
    const first = (lines[0] ?? '').split(',')[0] ?? '';
    const renamed = sample.replace(first, 'x');
    expect(findings(id, renamed).some((one) => one.message.includes(`"${first}"`))).toBe(true);
    const doubled = lines.map((line) => `${line.split(',')[0]},${line}`).join('\n');
    expect(findings(id, doubled).some((one) => one.rule === 'duplicate-column')).toBe(true);
  });

  test.each(all)('%s %s: without its days is refused', (id, _, layouts, layout) => {
    const [, [, sample]] = templatesOf(id, layouts, layout) as [[string, string], [string, string]];
    const { span: _span, ...bare } = file(id, sample);
    expect(() => source(id).read(bare)).toThrow(/--from YYYY-MM-DD/);
    expect(() => source(id).read({ ...bare, name: 'x_2026-09-01_2026-09-30.csv' })).not.toThrow();
  });

  test.each(all)('%s %s: a row outside the days is refused', (id, _, layouts, layout) => {
    const [, [, sample]] = templatesOf(id, layouts, layout) as [[string, string], [string, string]];
    for (const span of [
      { from: '2026-01-01', to: '2026-01-31' },
      { from: '2026-10-01', to: '2026-10-05' },
    ])
      expect(new Set(findings(id, sample, { span }).map((one) => one.rule))).toEqual(new Set(['span']));
  });

  test.each(all)(
    '%s %s: the same key with other content is refused, the same row again counts once',
    (id, _, layouts, layout) => {
      const [, [, sample]] = templatesOf(id, layouts, layout) as [[string, string], [string, string]];
      const lines = sample.trimEnd().split('\n');
      expect(read(id, [...lines, lines[1]].join('\n')).series).toEqual(read(id, sample).series);
      const other = layout.columns.findIndex(
        (column) => !layout.key.includes(column.name) && column.examples[1] !== column.examples[0],
      );
      const mixed = (lines[1] ?? '').split(',').map((cell, at) => (at === other ? (lines[2] ?? '').split(',')[at] : cell));
      expect(findings(id, [...lines, mixed.join(',')].join('\n')).map((one) => one.rule)).toContain('conflict');
    },
  );

  test.each(all)('%s %s: whatever stands in a cell, no words of it come out', (id, _, layouts, layout) => {
    const [, [, sample]] = templatesOf(id, layouts, layout) as [[string, string], [string, string]];
    const [head = '', ...rows] = sample.trimEnd().split('\n');
    const words = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      fc.constantFrom(
        'Siti Aminah',
        'aminah@example.org',
        '0812-3456-7890',
        '3271011203900001',
        "'3271011203900001",
        'Jl. Mawar 5',
        '__proto__',
      ),
      fc.stringMatching(/^[A-Za-z ]{4,30}$/),
    );
    fc.assert(
      fc.property(fc.nat(rows.length - 1), fc.nat(layout.columns.length - 1), words, (row, column, text) => {
        const quoted = `"${text.replaceAll('"', '""')}"`;
        const cells = rows.map((line, at) =>
          line.split(',').map((cell, place) => (at === row && place === column ? quoted : cell)),
        );
        const csv = [head, ...cells.map((line) => line.join(','))].join('\n');
        const kind = layout.columns[column]?.kind;
        let shown: string;
        try {
          shown = JSON.stringify(read(id, csv).series.map((one) => one.dimensions));
        } catch (error) {
          if (!(error instanceof DataError)) throw error;
          shown = JSON.stringify(error.findings);
        }
        const clean = JSON.stringify(layout) + JSON.stringify(rows) + shown.replaceAll(text.trim(), '');
        for (const [word] of text.matchAll(/\p{L}{4,}/gu)) {
          if (kind === 'code' && /^[a-z][a-z0-9-]*$/.test(text.trim())) continue;
          expect(shown.includes(word) && !clean.includes(word)).toBe(false);
        }
        expect(shown).not.toMatch(/\d{7,}/);
      }),
      { numRuns: RUNS, seed: 20260930 },
    );
  });

  test.each(all)('%s %s: is kept only where nothing in it counts people by what they are', (id, _, layouts, layout) => {
    const [, [, sample]] = templatesOf(id, layouts, layout) as [[string, string], [string, string]];
    expect(read(id, sample).keep ?? false).toBe(['events', 'qa'].includes(layout.id));
    expect(layout.persons ?? false).toBe(source(id).declaration.personal ?? false);
  });
});

describe('complaints', () => {
  const head = 'no,received,answered,closed,class';

  test('the unanswered stay in the count of those received, and the bins add up to the answered', async () => {
    const pull = source('complaints').read(await received(exportFile('complaints', 'clocks')));
    expect(values(pull, 'complaints-received', {})).toEqual([5, 4]);
    expect(values(pull, 'complaints-answered', {})).toEqual([4, 3]);
    const bins = pull.series.filter((one) => 'wait' in one.dimensions);
    expect([0, 1].map((month) => bins.reduce((sum, one) => sum + (one.values[month]?.value ?? 0), 0))).toEqual([4, 3]);
  });

  test('one time without its clock makes all waits calendar days', () => {
    const pull = read('complaints', `${head}\n1,2026-09-01 23:50,2026-09-02 00:10,,\n2,2026-09-01,2026-09-03,,`);
    expect(values(pull, 'complaints-answered', { wait: '1-2d' })).toEqual([1]);
    expect(values(pull, 'complaints-answered', { wait: '2-3d' })).toEqual([1]);
    expect(pull.series.some((one) => one.dimensions.wait?.endsWith('h'))).toBe(false);
  });

  test.each([
    ['1,2026-09-05 10:00,2026-09-05 09:59,,', 'order', 3],
    ['1,2026-09-05,,2026-09-04,', 'order', 4],
    ['1,2026-09-31,,,', 'date', 2],
    ['1,2026-10-07,,,', 'date', 2],
    ['1,03/04/2026,,,', 'date', 2],
    ['1,,,,', 'empty', 2],
    ['1,2026-09-05,,,Jalan Rusak Parah', 'personal', 5],
    ['1,2026-09-05,,,081234567890', 'personal', 5],
    ['1,2026-09-05,,,budi@example.org', 'personal', 5],
    ['1,2026-09-05,,,hp-0812-345-678', 'personal', 5],
    ['1,2026-09-05,,,a-1234567', 'cell', 5],
    ['0,2026-09-05,,,', 'cell', 1],
    ["'3271011203900001,2026-09-05,,,", 'personal', 1],
  ])('%s is refused: %s', (row, rule, index) => {
    const [finding, ...more] = findings('complaints', `${head}\n${row}`);
    const column =
      row
        .split(',')
        .slice(0, index - 1)
        .join(',').length + (index === 1 ? 1 : 2);
    expect([finding?.rule, finding?.line, finding?.column, more]).toEqual([rule, 2, column, []]);
    expect(finding?.message).not.toMatch(/Rusak|0812|budi|3271/);
  });

  test('a day that a spreadsheet has written over is read by what the file proves, else only as told', () => {
    const two = `${head}\n1,03/04/2026,,,\n2,13/04/2026,,,`;
    const span = { from: '2026-03-01', to: '2026-04-30' };
    expect(values(read('complaints', two, { span }), 'complaints-received', {})).toEqual([0, 2]);
    const one = `${head}\n1,03/04/2026,,,`;
    expect(findings('complaints', one, { span })[0]?.message).toContain('--locale id');
    expect(values(read('complaints', one, { span, locale: 'id' }), 'complaints-received', {})).toEqual([0, 1]);
    expect(values(read('complaints', one, { span, locale: 'en' }), 'complaints-received', {})).toEqual([1, 0]);
  });

  test('a column of codes in which nearly each differs is refused as names', () => {
    const rows = Array.from({ length: 24 }, (_, at) => `${at + 1},2026-09-02,,,nama-${String.fromCharCode(97 + at)}`);
    expect(findings('complaints', [head, ...rows].join('\n'))).toMatchObject([{ rule: 'personal', line: 1, column: 29 }]);
  });

  const PERSONS = ['class', 'service', 'channel', 'province', 'city'] as const;
  const coded = (rows: readonly string[]): Pull =>
    read('complaints', [`no,received,${PERSONS.join()}`, ...rows.map((codes, at) => `${at + 1},2026-09-02,${codes}`)].join('\n'));
  const usual = 'normative,jalan-rusak,website,jawa-tengah,kota-semarang';
  const named = 'kasus-budi-hiv,siti-aminah,bu-ani,rumah-budi,kota-budi';

  test('a code of few rows is "other", in every column of a table of persons', () => {
    const few = coded([...Array.from({ length: 47 }, () => usual), ...Array.from({ length: 4 }, () => named)]);
    for (const part of PERSONS) expect(values(few, 'complaints-received', { [part]: 'other' })).toEqual([4]);
    for (const name of named.split(',')) expect(JSON.stringify(few)).not.toContain(name);
    const five = coded([...Array.from({ length: 47 }, () => usual), ...Array.from({ length: 5 }, () => named)]);
    expect(values(five, 'complaints-received', { service: 'siti-aminah' })).toEqual([5]);
  });

  test('a short table has no codes but those of closed lists', () => {
    const short = coded(Array.from({ length: 19 }, () => named));
    for (const part of PERSONS) expect(values(short, 'complaints-received', { [part]: 'other' })).toEqual([19]);
    const one = coded([usual]);
    expect(values(one, 'complaints-received', { class: 'normative' })).toEqual([1]);
    expect(values(one, 'complaints-received', { channel: 'website' })).toEqual([1]);
    expect(values(one, 'complaints-received', { province: 'jawa-tengah' })).toEqual([1]);
    expect(values(one, 'complaints-received', { service: 'other' })).toEqual([1]);
    expect(values(one, 'complaints-received', { city: 'other' })).toEqual([1]);
  });

  test('a row that was pasted five times is one row', () => {
    const rows = Array.from({ length: 30 }, (_, at) => `${at + 1},2026-09-02,jalan-rusak`);
    const text = ['no,received,service', ...rows, ...Array.from({ length: 6 }, () => '31,2026-09-02,siti-aminah')].join('\n');
    expect(values(read('complaints', text), 'complaints-received', { service: 'other' })).toEqual([1]);
  });

  test('is not kept even where it has nothing but days', () => {
    expect(read('complaints', 'no,received\n1,2026-09-02').keep).toBeUndefined();
  });

  test('months that the file covers in part have no figures and a gap', () => {
    const pull = read('complaints', `${head}\n1,2026-09-02,,,`, { span: { from: '2026-08-15', to: '2026-09-30' } });
    expect(values(pull, 'complaints-received', {})).toEqual([1]);
    expect(pull.gaps).toContainEqual(expect.objectContaining({ from: '2026-08-15', to: '2026-08-31', reason: 'partial' }));
    const open = read('complaints', `${head}\n1,2026-09-02,,,`, { today: '2026-09-30' });
    expect(values(open, 'complaints-received', {})).toBeUndefined();
    expect(values(open, 'complaints-received', {}, 'day')).toHaveLength(29);
  });
});

describe('survey', () => {
  const head = 'no,date,u1,u2,u3,u4,u5,u6,u7,u8,u9';

  test.each(['0', '5', '-1', '3.5', '3,5', 'Baik'])('%s is refused: the scale is 1 to 4', (cell) => {
    const [finding] = findings('survey', `${head}\n1,2026-09-02,4,"${cell}",4,4,4,4,4,4,4`);
    expect(finding).toMatchObject({ line: 2, column: 16, message: expect.stringContaining('the scale is 1 to 4') });
  });

  test('an element that was not answered is not 0', () => {
    const pull = read('survey', `${head}\n1,2026-09-02,4,,4,4,4,4,4,4,4\n2,2026-09-02,1,2,,4,4,4,4,4,4`);
    expect(values(pull, 'survey-answers', { element: 'u2' })).toEqual([1]);
    expect(values(pull, 'score-sum', { element: 'u2' })).toEqual([2]);
    expect(values(pull, 'survey-respondents', {})).toEqual([2]);
  });

  test('a row without any answer is no respondent', () => {
    expect(findings('survey', `${head}\n1,2026-09-02,,,,,,,,,`)).toMatchObject([{ rule: 'empty', line: 2 }]);
  });

  test('parts add up to the whole, those who did not say among them', async () => {
    const pull = source('survey').read(await received(exportFile('survey', 'ikm')));
    for (const by of ['age', 'gender', 'service'] as const) {
      const parts = pull.series.filter((one) => one.measure === 'survey-respondents' && by in one.dimensions);
      const sums = [0, 1].map((month) => parts.reduce((sum, one) => sum + (one.values[month]?.value ?? 0), 0));
      expect(sums).toEqual(values(pull, 'survey-respondents', {}));
    }
  });

  test('CSAT counts fours and fives', () => {
    const pull = read('survey', 'no,date,score\n1,2026-09-02,5\n2,2026-09-02,4\n3,2026-09-02,3');
    expect([values(pull, 'csat-answers', {}), values(pull, 'csat-satisfied', {})]).toEqual([[3], [2]]);
    expect(findings('survey', 'no,date,score\n1,2026-09-02,6')[0]?.message).toContain('the scale is 1 to 5');
  });
});

describe('messages', () => {
  const head = 'date,channel,campaign,segment,sent,delivered,opened,clicked,replied,answered';

  test('an empty cell is not known and makes its sums so; it is never 0', () => {
    const pull = read('messages', `${head}\n2026-09-02,email,,,10,9,5,,,\n2026-09-03,sms,,,10,9,,,,`);
    expect(values(pull, 'messages-opened', { channel: 'email' })).toEqual([5]);
    // A column that is empty in every row of a channel is one that it does not have.
    expect(values(pull, 'messages-opened', { channel: 'sms' })).toBeUndefined();
    expect(values(pull, 'messages-opened', {})).toEqual([5]);
    expect(values(pull, 'messages-opened', {}, 'day')?.slice(0, 4)).toEqual([0, 5, 0, 0]);
    const hole = read('messages', `${head}\n2026-09-02,email,,,10,9,5,,,\n2026-09-03,email,,,10,9,,,,`);
    expect(values(hole, 'messages-opened', {})).toEqual([null]);
    const none = read('messages', `${head}\n2026-09-03,sms,,,10,9,,,,`);
    expect(values(none, 'messages-opened', {})).toEqual([null]);
  });

  test.each([
    ['2026-09-02,email,,,10,11,,,,', 'more-than-all'],
    ['2026-09-02,email,,,10,9,10,,,', 'more-than-all'],
    ['2026-09-02,email,,,10,9,5,,10,', 'more-than-all'],
    ['2026-09-02,call,,,10,,,,,11', 'more-than-all'],
    ['2026-09-02,faks,,,10,,,,,', 'cell'],
    ['2026-09-02,email,,,1.000,,,,,', 'cell'],
    ['2026-09-02,email,,,-1,,,,,', 'cell'],
    ['2026-09-02,email,,,9007199254740993,,,,,', 'personal'],
  ])('%s is refused', (row, rule) => {
    expect(findings('messages', `${head}\n${row}`)).toMatchObject([{ rule, line: 2 }]);
  });

  test('people are not added up over channels', () => {
    const by = read('messages', 'month,channel,contacts,people\n2026-09,email,1,50\n2026-09,sms,1,60');
    expect(values(by, 'people-contacted', { contacts: '1' })).toBeUndefined();
    expect(values(by, 'people-contacted', { channel: 'sms', contacts: '1' })).toEqual([60]);
    const all = read('messages', 'month,contacts,people\n2026-09,1,70\n2026-09,4+,3');
    expect(values(all, 'people-contacted', { contacts: '1' })).toEqual([70]);
  });
});

describe('events, polls, requests', () => {
  test('more may come than registered', () => {
    const pull = read('events', 'date,event,registered,attended\n2026-09-02,pasar-murah,10,300');
    expect(values(pull, 'attended', { event: 'pasar-murah' }, 'day')).toEqual([300]);
  });

  test('voters of a poll count once, however many options it has, and must agree', () => {
    const head = 'date,poll,option,votes,participants';
    const pull = read('polls', `${head}\n2026-09-02,taman,a1,10,30\n2026-09-02,taman,b1,20,30`);
    expect(values(pull, 'voters', { poll: 'taman' })).toEqual([30]);
    expect(values(pull, 'votes', { poll: 'taman' })).toEqual([30]);
    const wrong = findings('polls', `${head}\n2026-09-02,taman,a1,10,30\n2026-09-02,taman,b1,20,31`);
    expect(wrong).toMatchObject([{ rule: 'conflict', line: 3 }]);
  });

  test('how long a request waited stands in no table beside what was decided of it', () => {
    const pull = read(
      'information-requests',
      'no,received,decided,decision,refusal\n1,2026-09-02,2026-09-05,granted,\n2,2026-09-02,2026-09-05,refused,17-h\n3,2026-09-02,,,',
    );
    expect(values(pull, 'requests-decided', { wait: '3-4d' })).toEqual([2]);
    expect(values(pull, 'requests-decided', {})).toEqual([2]);
    const waits = pull.series.filter((one) => 'wait' in one.dimensions).map(({ measure }) => measure);
    expect(new Set(waits)).toEqual(new Set(['requests-decided']));
  });

  test.each([
    ['1,2026-09-02,,granted,', 'empty'],
    ['1,2026-09-02,2026-09-03,,', 'empty'],
    ['1,2026-09-02,2026-09-01,granted,', 'order'],
    ['1,2026-09-02,2026-09-03,granted,17-h', 'refusal'],
    ['1,2026-09-02,2026-09-03,refused,17-k', 'cell'],
  ])('a request %s is refused', (row, rule) => {
    expect(findings('information-requests', `no,received,decided,decision,refusal\n${row}`)).toMatchObject([{ rule, line: 2 }]);
  });
});

describe('SP4N-LAPOR!', () => {
  const head =
    'Tracking ID,Tanggal Laporan Masuk,Nama Pelapor,Klasifikasi Laporan,ID Kategori,Kategori,Isi Laporan Awal,Status Laporan,Rating';
  const row = (
    id: string,
    day: string,
    status = 'Selesai',
    more: { name?: string; category?: string; rating?: string; kind?: string } = {},
  ): string =>
    `${id},${day},${more.name ?? 'Siti Canary'},${more.kind ?? 'Pengaduan'},31,${more.category ?? 'Jalan Rusak'},"isi canary, 0812345678901",${status},${more.rating ?? ''}`;
  const lapor = (...rows: string[]): string => [head, ...rows].join('\n');

  test.each([
    ['3 Jan 2026', '2026-01-03'],
    ['31 Mei 2026', '2026-05-31'],
    ['17 Agu 2026', '2026-08-17'],
    ['5 Okt 2026', '2026-10-05'],
    ['9 Des 2025', '2025-12-09'],
  ])('%s is %s', (text, day) => {
    const pull = read('sp4n-lapor', lapor(row('1', text)), { span: { from: day, to: day }, today: '2026-10-06' });
    expect(pull.series.find((one) => one.window === 'day')?.values.map((one) => [one.day, one.value])).toEqual([[day, 1]]);
  });

  test('what people wrote and are called is in no figure and no finding', () => {
    const texts = [
      JSON.stringify(read('sp4n-lapor', lapor(row('1', '3 Sep 2026')))),
      JSON.stringify(
        findings('sp4n-lapor', lapor(row('1', 'Siti Canary'), row('2', '3 Sep 2026', 'Canary'), row('Canary', '4 Sep 2026'))),
      ),
      JSON.stringify(findings('sp4n-lapor', lapor(row('1', '3 Sep 2026', 'Selesai', { rating: 'Canary' })))),
    ];
    expect(texts.join('')).not.toMatch(/canary|siti|0812/i);
  });

  test('a request for information is a report, and no complaint', () => {
    const kinds = ['Pengaduan', 'PENGADUAN', 'Permintaan Informasi', 'Aspirasi', 'Whistle Blowing System', '', 'Lain'];
    const rows = kinds.map((kind, index) => row(String(index + 1), '3 Sep 2026', 'Selesai', { kind, rating: '4' }));
    const pull = read('sp4n-lapor', lapor(...rows));
    expect(values(pull, 'reports-received', {})).toEqual([7]);
    for (const measure of ['complaints-received', 'complaints-closed', 'ratings'] as const)
      expect(values(pull, measure, {})).toEqual([2]);
    const services = pull.series.filter((one) => one.measure === 'complaints-received' && 'service' in one.dimensions);
    expect(services.flatMap((one) => one.values).reduce((sum, { value }) => sum + (value ?? 0), 0)).toBe(2);
    expect(values(pull, 'rating-sum', {})).toEqual([8]);
  });

  test('an unknown status and a doubled Tracking ID are errors that name their place', () => {
    expect(findings('sp4n-lapor', lapor(row('1', '3 Sep 2026', 'Melayang')))).toMatchObject([{ rule: 'status', line: 2 }]);
    const twice = lapor(row('1', '3 Sep 2026'), row('1', '3 Sep 2026', 'Diarsipkan'));
    expect(findings('sp4n-lapor', twice)).toMatchObject([{ rule: 'conflict', line: 3, column: 1 }]);
    expect(values(read('sp4n-lapor', lapor(row('1', '3 Sep 2026'), row('1', '3 Sep 2026'))), 'complaints-received', {})).toEqual([
      1,
    ]);
  });

  test('a category whose number stands with two names becomes "other"', () => {
    const pull = read(
      'sp4n-lapor',
      lapor(row('1', '3 Sep 2026'), row('2', '3 Sep 2026', 'Selesai', { category: 'Siti Canary' })),
    );
    expect(values(pull, 'complaints-received', { service: 'other' })).toEqual([2]);
    expect(JSON.stringify(pull)).not.toMatch(/canary/i);
  });

  test('whatever stands in a cell, only LAPOR’s own words come out', () => {
    const names = ['Siti Aminah', 'siti@example.org', '0812-3456-7890', '3271011203900001', 'Kota', 'Kab. Siti 4', '__proto__'];
    const words = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 40 }),
      fc.stringMatching(/^[A-Za-z ]{4,30}$/),
      fc.constantFrom(...names),
    );
    const columns = `${head},Sumber Laporan,Provinsi`.split(',');
    const good = ['1', '3 Sep 2026', 'Siti', 'Pengaduan', '31', 'Jalan Rusak', 'Jalan', 'Selesai', '4', 'Website', 'Bali'];
    const own = JSON.stringify(read('sp4n-lapor', lapor(row('1', '3 Sep 2026'))));
    fc.assert(
      fc.property(fc.nat(columns.length - 1), words, (index, text) => {
        if (columns[index] === 'Kategori') return;
        const cells = good.map((cell, at) => `"${(at === index ? text : cell).replaceAll('"', '""')}"`);
        let shown: string;
        try {
          shown = JSON.stringify(read('sp4n-lapor', `${columns.join(',')}\n${cells.join(',')}`));
        } catch (error) {
          if (!(error instanceof DataError)) throw error;
          shown = JSON.stringify(error.findings);
        }
        const clean = shown.replaceAll(text, '') + own + columns.join();
        for (const [word] of text.matchAll(/\p{L}{4,}/gu)) expect(shown.includes(word) && !clean.includes(word)).toBe(false);
      }),
      { numRuns: RUNS, seed: 20260930 },
    );
  });

  test.each([
    ['Siti, RT 03 RW 05 minta bantuan', 'other'],
    ['siti@example.org', 'other'],
    ['0812 3456 7890', 'other'],
    ['Budi Santoso anak kepala dinas', 'other'],
    ['Air Bersih/PDAM', 'air-bersih-pdam'],
    ['-', 'unstated'],
  ])('the category %s is %s', (category, service) => {
    const rows = Array.from({ length: 20 }, (_, at) =>
      row(String(at + 1), '3 Sep 2026', 'Selesai', { category: `"${category}"` }),
    );
    expect(values(read('sp4n-lapor', lapor(...rows)), 'complaints-received', { service })).toEqual([20]);
  });

  test('a category or city that few reports have is "other", and each in a short file', () => {
    const columns = `${head},Kota/Kabupaten`;
    const lines = (rest: number): string =>
      [
        columns,
        ...Array.from({ length: rest }, (_, at) => `${row(String(at + 1), '3 Sep 2026')},Kota Semarang`),
        ...[0, 1, 2, 3].map((at) =>
          `${row(String(900 + at), '3 Sep 2026', 'Selesai', { category: 'Siti Canary' })},Kota Siti Canary`.replace(
            ',31,',
            ',32,',
          ),
        ),
      ].join('\n');
    const long = read('sp4n-lapor', lines(16));
    expect(values(long, 'complaints-received', { service: 'jalan-rusak' })).toEqual([16]);
    expect(values(long, 'complaints-received', { city: 'kota-semarang' })).toEqual([16]);
    for (const part of ['service', 'city']) expect(values(long, 'complaints-received', { [part]: 'other' })).toEqual([4]);
    const short = read('sp4n-lapor', lines(15));
    for (const part of ['service', 'city']) expect(values(short, 'complaints-received', { [part]: 'other' })).toEqual([19]);
    expect(JSON.stringify([long, short])).not.toMatch(/canary|siti/i);
  });

  test('a later export raises what was closed in an earlier month', () => {
    const before = read('sp4n-lapor', lapor(row('1', '3 Sep 2026', 'Proses'), row('2', '9 Sep 2026')));
    const after = read('sp4n-lapor', lapor(row('1', '3 Sep 2026', 'Ditutup oleh Sistem'), row('2', '9 Sep 2026')));
    expect([values(before, 'complaints-closed', {}), values(after, 'complaints-closed', {})]).toEqual([[1], [2]]);
    expect(source('sp4n-lapor').declaration.settles).toBe(28);
  });

  test('does not know when a report was answered, and says so', () => {
    const { declaration } = source('sp4n-lapor');
    expect(declaration.lacks).toMatchObject(
      ['complaints-answered', 'complaints-due', 'complaints-on-time', 'complaints-open'].map((measure) => ({
        measure,
        reason: 'not-in-export',
      })),
    );
    expect(read('sp4n-lapor', lapor(row('1', '3 Sep 2026'))).series.some((one) => one.measure === 'complaints-answered')).toBe(
      false,
    );
  });
});
