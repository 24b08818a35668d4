import fs from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkData } from '#gate/data.ts';
import { placeOf, walk } from '#gate/json.ts';
import { known } from '#gate/known.ts';
import { rowsOf } from '#gate/rows.ts';
import { formatFinding, type Finding } from '#model/error.ts';
import { schemas } from '#model/schemas.ts';
import { broken, places, posts, texts } from './input/gate/data.ts';
import { exported } from './input/gate/imports.ts';

const encode = (text: string) => new TextEncoder().encode(text);
const file = (path: string, text: string | Uint8Array) => ({ path, bytes: typeof text === 'string' ? encode(text) : text });
const check = (path: string, text: string | Uint8Array) => checkData([file(path, text)], { today: '2026-10-01' });
const short = ({ line, column, rule }: Finding) => `${line}:${column} ${rule}`;
const prove = process.env['TERANG_PROVE'] === '1';

describe('data files', () => {
  test('good ones pass: markup, hotline numbers and all', () => {
    const good = (['agency', 'observations', 'posts'] as const).map((kind) => file(places[kind], texts[kind]));
    expect(checkData(good, { today: '2026-10-01' })).toEqual([]);
  });
  test.each([...broken])('%s', (_, kind, from, to, at) => {
    expect(texts[kind]).toContain(from);
    const findings = check(
      places[kind],
      texts[kind].replace(from, () => to),
    );
    expect(findings.map(short)).toContain(at);
    expect(findings[0]?.file).toBe(`data/${places[kind]}`);
  });
  test('a message says what to do', () => {
    const said = (from: string, to: string) => check(places.agency, texts.agency.replace(from, to)).map(({ message }) => message);
    expect(said('"floor"', '"flor"')).toEqual(['there is no field "flor" in the file; did you mean "floor"?']);
    expect(said('"since": "2024-07-01"', '"until": "2026-07-01"')).toEqual([
      '"accounts.0.since" is missing; add it (First day that the reports should cover)',
    ]);
  });
  test('the same post twice is a conflict', () => {
    const post = /\{\n {6}"id"[^]*?\n {4}\}/.exec(posts)?.[0] ?? '';
    expect(
      check(
        places.posts,
        posts.replace(post, () => `${post},\n    ${post}`),
      ).map(short),
    ).toEqual(['11:13 twice']);
  });
  test('bytes that are no UTF-8 name their place', () => {
    expect(check(places.agency, new Uint8Array([...encode('{\n  "a'), 0xff])).map(short)).toEqual(['2:5 utf-8']);
  });
  test('what is too large is not parsed; a link is not followed', () => {
    expect(check(places.agency, new Uint8Array(25_000_001)).map(short)).toEqual(['1:1 size']);
    expect(checkData([{ ...file(places.agency, texts.agency), isLink: true }]).map(short)).toEqual(['1:1 symlink']);
  });
  test('revisions are checked line by line', () => {
    const path = 'agencies/tirtaraya/revisions.csv';
    const head = 'period,edition,kpi,scope,from,to,seen,cause,reason\r\n';
    expect(check(path, `${head}2026-09,2,reach,agency,,5,2026-11-01,source restated,\r\n`)).toEqual([]);
    expect(check(path, `${head}2026-09,2,reach,agency,1.234,x,2026-11-01,source restated,\r\n`).map(short)).toEqual([
      '2:30 schema',
    ]);
    expect(check(path, `${head}2026-09,1,reach,agency,1,2,2026-02-30,perhaps,\r\n`)).toHaveLength(3);
    expect(check(path, 'a,b\r\n').map(short)).toEqual(['1:1 schema']);
  });
});

describe('paths', () => {
  const examples: Record<string, string> = {
    agency: 'a',
    account: 'facebook',
    campaign: 'c',
    'yyyy-mm': '2026-09',
    period: '2026-q3',
    n: '12',
    version: '3',
  };
  const ours = Object.values(schemas).map(({ path }) => path.replace(/<([^>]+)>/g, (_, name: string) => examples[name] ?? 'x'));
  test.each([
    ...ours,
    'README.md',
    'schema/agency.json',
    'classifier/1/weights.bin',
    'corpus/floods.jsonl',
    'corpus/README.md',
    'agencies/a/imports/youtube-studio/yt-0123456789ab.csv',
  ])('%s is ours', (path) => {
    expect(known(path)).toBeDefined();
  });
  test.each([
    'x.json', 'schema/x.json', 'classifier/01/weights.bin', 'classifier/1/weights.txt', 'corpus/people.jsonl', 'agencies/a/opinion/comments.json', 'schema/__proto__.json', 'agencies/con/agency.json', 'agencies/a/agency.json.tmp', 'agencies/a/posts/facebook/2026-13.json',
    'agencies/a/reports/2026-q5.json', 'agencies/a/editions/2026-09/0.json', 'agencies/a/comments/2026-09.json', 'agencies/../a/agency.json', 'agencies/a/imports/x.csv',
    'agencies/a/imports/x/../y.csv', 'agencies/a/imports/x/Table data.csv', 'agencies/a/imports/x/y-0123456789ab.xlsx', 'daftar.tmp', 'agencies/a/daftar.csv.tmp', 'agencies/a/imports/x/.env', 'agencies/A/agency.json', 'agencies/a/observations/-rf/2026-09.json',
  ])('%s is not', (path) => {
    expect(check(path, '{}').map(short)).toEqual(['1:1 path']);
  }); // prettier-ignore
});

describe('exports', () => {
  test.each([...exported])('%s', (_, text, at) => {
    const path = 'agencies/tirtaraya/imports/some-source/a-0123456789ab.csv';
    expect(check(path, text).map(short)).toEqual([at ?? '1:1 not-imported']);
  });
  test('UTF-16 and Windows-1252 are looked into as well', () => {
    const text = 'no,nama pelapor\n1,x\n';
    const wide = new Uint8Array([0xff, 0xfe, ...Array.from(text, (letter) => [letter.charCodeAt(0), 0]).flat()]);
    const path = 'agencies/tirtaraya/imports/some-source/a-0123456789ab.csv';
    expect(check(path, wide).map(short)).toEqual(['1:4 personal']);
    expect(check(path, new Uint8Array([...encode(text), 0xe9])).map(short)).toEqual(['1:4 personal']);
  });
  test('real exports of the platforms pass, registers of complaints do not', (context) => {
    const folder = '../shared/recorded/exports';
    if (!fs.existsSync(folder)) return context.skip(`${folder} is not beside this repository`);
    const names = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(csv|tsv)$/i.test(name));
    expect(names.length).toBeGreaterThan(0);
    for (const name of names) {
      const found = check(
        'agencies/a/imports/some-source/x-0123456789ab.csv',
        new Uint8Array(fs.readFileSync(`${folder}/${name}`)),
      );
      if (!name.startsWith('sp4n-lapor'))
        expect(
          found.map(({ rule }) => rule),
          name,
        ).toEqual(['not-imported']);
    }
  });
});

describe('places', () => {
  test('every value of any JSON is found where it stands', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), fc.constantFrom(undefined, 1, '\t'), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        const seen: string[] = [];
        walk(text, { value: (path, at, token) => seen.push(JSON.stringify([path, text.startsWith(token, at) ? token : null])) });
        const wanted: string[] = [];
        const visit = (inner: unknown, path: (string | number)[]) => {
          const token = Array.isArray(inner) ? '[' : typeof inner === 'object' && inner !== null ? '{' : JSON.stringify(inner);
          wanted.push(JSON.stringify([path, token]));
          if (typeof inner === 'object' && inner !== null) {
            for (const [key, child] of Object.entries(inner)) visit(child, [...path, Array.isArray(inner) ? Number(key) : key]);
          }
        };
        visit(JSON.parse(text), []);
        expect(seen).toEqual(wanted);
      }),
      { seed: 1, numRuns: prove ? 20_000 : 200 },
    );
  });
  test('what is not there is placed at what is around it', () => {
    expect(placeOf('{\n "a": {\n  "b": 1}}', ['a', 'c'])).toEqual({ line: 2, column: 7 });
    expect(placeOf('{\n "a": {\n  "b": 1}}', ['a', 'b'], 'key')).toEqual({ line: 3, column: 3 });
  });
  test('cells of a table', () => {
    const cells = rowsOf('a;"b;\n""c"";d";e\r\n;f\n').map(({ line, cells: each }) => [
      line,
      ...each.map(({ column, text }) => `${column} ${text}`),
    ]);
    expect(cells).toEqual([
      [1, '1 a', '3 b;\n"c";d', '10 e'],
      [3, '1 ', '2 f'],
    ]);
  });
});

test('fuzz: never throws, always located, bounded', () => {
  const paths = [...Object.values(places), 'agencies/a/revisions.csv', 'agencies/a/imports/x/a-0123456789ab.csv', 'sources.json'];
  const pieces = '{ } [ ] " : , ; \n \\ null 1 -1 1e999 "id" "posts" "series" NIK a@b.id 0812345678 \t \r \ufeff \u202e'.split(
    ' ',
  );
  const text = fc.oneof(
    fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((list) => list.join('')),
    fc.json(),
    fc
      .tuple(fc.constantFrom(...Object.values(texts)), fc.nat(), fc.nat({ max: 9 }), fc.constantFrom(...pieces))
      .map(([whole, at, cut, piece]) => {
        const place = at % whole.length;
        return whole.slice(0, place) + piece + whole.slice(place + cut);
      }),
  );
  const input = fc.oneof(text.map(encode), fc.uint8Array({ maxLength: 100 }));
  fc.assert(
    fc.property(fc.oneof(fc.constantFrom(...paths), fc.string({ unit: 'binary' })), input, (path, bytes) => {
      const findings = checkData([{ path, bytes }], { today: '2026-10-01' });
      expect(findings.length).toBeLessThanOrEqual(51);
      for (const finding of findings) {
        expect(finding.line).toBeGreaterThanOrEqual(1);
        expect(finding.column).toBeGreaterThanOrEqual(1);
        expect(finding.message.length).toBeLessThan(1000);
        expect(formatFinding(finding)).not.toMatch(/[\u0000-\u001f\u202a-\u202e]/);
      }
    }),
    { seed: 20260901, numRuns: prove ? 100_000 : 300 },
  );
}, 3_600_000);

test.each([
  ['likes', 'day', []],
  ['followers', 'day', ['negative']],
  ['likes', 'month', ['negative']],
] as const)(
  'fewer than none of %s by %s: what people take back may outweigh what they give, on a day',
  (measure, window, rules) => {
    const series = {
      measure,
      window,
      dimensions: {},
      source: 'somewhere',
      metric: 'Likes',
      api: 'v1',
      values: [{ day: '2026-09-30', value: -3, observed: '2026-10-02' }],
    };
    const text = JSON.stringify({
      $schema: '../../../../schema/observations.json',
      account: 'video',
      month: '2026-09',
      series: [series],
    });
    const path = 'agencies/kota/observations/video/2026-09.json';
    const found = checkData([{ path, bytes: new TextEncoder().encode(text) }]);
    expect(found.map(({ rule }) => rule)).toEqual(rules);
  },
);
