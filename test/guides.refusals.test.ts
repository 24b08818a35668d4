import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sources } from '#sources/index.ts';

const root = fs.mkdtempSync(path.join(os.tmpdir(), 'terang-guide-'));
const guide = (lang: string) => fs.readFileSync(`docs/guide.${lang}.md`, 'utf8');
const file = (name: string, content: string | Buffer): string => {
  const at = path.join(root, name);
  fs.writeFileSync(at, content);
  return at;
};

/** What a person sees who imports this. */
function imported(source: string, ...rest: string[]): string {
  const given = ['scripts/import.ts', '--data', path.join(root, 'data'), '--agency', 'kantor', '--now', '2026-11-10'];
  return spawnSync('node', [...given, '--source', source, ...rest], { encoding: 'utf8' }).stderr;
}

beforeAll(() => {
  const own = {
    id: 'kantor',
    name: 'Kantor Contoh',
    short: 'Kantor',
    place: 'Contoh',
    contact: 'kantor@contoh.example',
    floor: 0.8,
  };
  const licence = { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' };
  const accounts = ['youtube-studio', 'x-analytics', 'tiktok-export', 'complaints'].map((source) => {
    const platform = sources.find(({ declaration }) => declaration.id === source)?.declaration.platform;
    return { id: source, name: source, platform, source, handle: source, url: 'https://contoh.example', since: '2024-01-01' };
  });
  const agency = {
    ...own,
    $schema: '../../schema/agency.json',
    zone: 'Asia/Jakarta',
    languages: ['id'],
    licence,
    sample: true,
    accounts,
  };
  fs.mkdirSync(path.join(root, 'data/agencies/kantor'), { recursive: true });
  file('data/agencies/kantor/agency.json', JSON.stringify(agency));
});
afterAll(() => {
  fs.rmSync(root, { recursive: true });
});

const HEAD = 'no,received,answered,closed,class,service,channel,province,city,rating';
const MONTH = ['--from', '2026-10-01', '--to', '2026-10-31'];
const days = (views: number) => `Date,Views\n${[1, 2, 3].map((day) => `2025-10-0${day},${views + day}`).join('\n')}\n`;

/** The refusals that the guides quote, each made for real. */
const refusals: readonly [words: string, see: () => string][] = [
  ['There is no file', () => imported('youtube-studio', 'Table data.csv')],
  ['the header is that of no export known here', () => imported('x-analytics', file('y.csv', days(1)))],
  [
    '"1.234" is read differently in English and Indonesian',
    () => imported('youtube-studio', file('n.csv', 'Tanggal,Penayangan\n2026-10-01,1.234\n')),
  ],
  ['"01/10/2026" may be two days', () => imported('youtube-studio', file('d.csv', 'Tanggal,Penayangan\n01/10/2026,9\n'))],
  [
    'the dates have no year',
    () =>
      imported(
        'tiktok-export',
        file('Overview.csv', 'Date,Video Views,Profile Views,Likes,Comments,Shares\n1 Januari,8,6,5,0,0\n2 Januari,8,6,5,0,0\n'),
      ),
  ],
  [
    'says which days it covers; say --from YYYY-MM-DD --to YYYY-MM-DD',
    () => imported('complaints', file('a.csv', `${HEAD}\n1,2026-10-01,,,normative,,,,,\n`)),
  ],
  ['this is a ZIP archive', () => imported('youtube-studio', file('z.zip', 'PK\u0003\u0004aaaa'))],
  [
    'this is an old Excel file (.xls) or one with a password',
    () => imported('youtube-studio', file('o.xls', Buffer.from('d0cf11e0a1b11ae1', 'hex'))),
  ],
  [
    'holds what looks like a name or free text',
    () => imported('complaints', ...MONTH, file('p.csv', `${HEAD}\nBudi Santoso,2026-10-01,,,normative,,,,,\n`)),
  ],
  [
    'column 11 is none of this register’s; take it out',
    () => imported('complaints', ...MONTH, file('c.csv', `${HEAD},nama\n1,2026-10-01,,,normative,,,,,,Budi\n`)),
  ],
  [
    'one row of this file is one person or matter: move it out of the repository',
    () => imported('complaints', ...MONTH, 'data/templates/complaints.sample.csv'),
  ],
  [
    'settled figures',
    () => {
      imported('youtube-studio', file('first.csv', days(10)));
      return imported('youtube-studio', file('second.csv', days(20)));
    },
  ],
];

describe('the refusals that the guides quote', () => {
  test.each(refusals)('%s: is what a person sees, and names no cell of theirs', (words, see) => {
    const seen = see();
    expect(seen).toContain(words);
    expect(seen).not.toMatch(/Budi|nama\b(?! dan)/u);
  });

  test.each(['id', 'en'])('stand in the guide in %s, and none beside them', (lang) => {
    const section = /\n## (?:When a file is refused|Kalau sebuah berkas ditolak)\n([\s\S]*?)\n## /.exec(guide(lang))?.[1] ?? '';
    const quoted = [...section.matchAll(/^\| (`.*?`) \|/gm)].flatMap(([, cell = '']) => cell.slice(1, -1).split('` / `'));
    const known = [...refusals.map(([words]) => words), 'tidak ditemukan', 'lowers what', 'followers go from'];
    expect(quoted.length).toBeGreaterThan(12);
    expect(quoted.filter((one) => !known.some((words) => one.includes(words)))).toEqual([]);
    expect(refusals.map(([words]) => words).filter((words) => lang === 'en' && !section.includes(words))).toEqual([]);
  });
});

test('git passes over the files that the guides let drag in to be imported', () => {
  const ignored = fs.readFileSync('.gitignore', 'utf8').split('\n');
  expect(['/*.csv', '/*.tsv', '/*.xls', '/*.xlsx', '/*.zip'].filter((one) => !ignored.includes(one))).toEqual([]);
});
