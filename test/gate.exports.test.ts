import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { sha256 } from '#store/write.ts';
import { check } from '../scripts/check.ts';
import { generated } from '../scripts/schema.ts';

const root = fs.mkdtempSync(path.join(os.tmpdir(), 'terang-exports-'));
const home = path.join(root, 'agencies/contoh');
afterAll(() => fs.rmSync(root, { recursive: true, force: true }));

const account = (id: string, source: string) => ({ id, name: id, platform: source, source, handle: id, since: '2026-01-01' });
const agency = {
  $schema: '../../schema/agency.json',
  id: 'contoh',
  name: 'Dinas Contoh',
  short: 'Contoh',
  place: 'Contoh',
  sample: true,
  contact: 'ppid@example.org',
  zone: 'Asia/Jakarta',
  languages: ['id'],
  licence: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
  accounts: [account('acara', 'events'), { ...account('x', 'x-analytics'), url: 'https://x.com/x' }],
};

beforeEach(() => {
  fs.rmSync(root, { recursive: true, force: true });
  put('agencies/contoh/agency.json', JSON.stringify(agency));
});

function put(file: string, content: string | Uint8Array): void {
  const full = path.join(root, file);
  fs.mkdirSync(path.dirname(full), { recursive: true });
  fs.writeFileSync(full, content);
}

function run(source: string, name: string, text: string, ...more: string[]): { code: number | null; said: string } {
  put(`../terang-handed-${path.basename(root)}/${name}`, text);
  const file = path.join(root, `../terang-handed-${path.basename(root)}`, name);
  const days = ['--from', '2026-08-01', '--to', '2026-08-31', '--now', '2026-09-05'];
  const args = ['scripts/import.ts', '--data', root, '--agency', 'contoh', '--source', source, ...days, ...more, file];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  fs.rmSync(path.dirname(file), { recursive: true });
  return { code: status, said: stdout + stderr };
}

/** Findings of the data, by file and rule. */
const found = (): string[] =>
  check(root, '2026-10-05')
    .filter((one) => one.file.startsWith(root))
    .map(({ file, rule }) => `${path.relative(root, file)} ${rule}`);
const kept = (): string[] =>
  (fs.existsSync(`${home}/imports`) ? fs.readdirSync(`${home}/imports`, { recursive: true, encoding: 'utf8' }) : []).filter(
    (one) => one.endsWith('.csv'),
  );

const EVENTS = 'date,event,attended\n2026-08-02,pasar-murah,300\n';
const HEAD =
  'Date,Impressions,Likes,Engagements,Bookmarks,Shares,New follows,Unfollows,Replies,Reposts,Profile visits,Create Post,Video views,Media views';
const OVERVIEW = `${HEAD}\n"Fri, Aug 7, 2026",1070,11,32,0,0,0,0,2,1,6,0,0,0\n`;

describe('kept exports', () => {
  test('what an import has kept passes, under a name that tells nothing of its own', () => {
    expect(run('events', 'Daftar hadir Budi Canary 081234567890.csv', EVENTS).code).toBe(0);
    expect(run('x-analytics', 'account_overview_analytics.csv', OVERVIEW).code).toBe(0);
    expect(kept()).toEqual([
      expect.stringMatching(/^events\/acara-[0-9a-f]{12}\.csv$/),
      expect.stringMatching(/^x-analytics\/x-[0-9a-f]{12}\.csv$/),
    ]);
    const all = fs.readdirSync(home, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    for (const entry of all)
      expect(entry.name + fs.readFileSync(path.join(entry.parentPath, entry.name), 'utf8')).not.toMatch(/canary|0812345/i);
    expect(found()).toEqual([]);
  });

  test.each([
    ['a list of people', 'events/acara-0123456789ab.csv', 'Nama,Umur,Kelurahan,Keluhan\nBudi,45,Kauman,jalan\n', 'register'],
    [
      'the same beside a platform',
      'x-analytics/x-0123456789ab.csv',
      'Nama,Umur,Kelurahan,Keluhan\nBudi,45,Kauman,jalan\n',
      'not-imported',
    ],
    ['a good table that nobody imported', 'events/acara-0123456789ab.csv', EVENTS, 'not-imported'],
    ['another name', 'misc/nama.csv', EVENTS, 'path'],
    ['a letter', 'x-analytics/surat.txt', 'Pak, anak saya', 'path'],
    ['UTF-16 without its mark', 'x-analytics/x-0123456789ab.csv', Buffer.from('NIK,Nama\n', 'utf16le'), 'nul'],
  ])('%s may not lie in imports/', (_, file, content, rule) => {
    put(`agencies/contoh/imports/${file}`, content);
    expect(found()).toEqual([`agencies/contoh/imports/${file} ${rule}`]);
  });

  test('one whose content is another, or that its source reads as more than figures, is refused though a run names it', () => {
    expect(run('x-analytics', 'a.csv', OVERVIEW).code).toBe(0);
    const [file = ''] = kept();
    const good = path.join(home, 'imports', file);
    fs.appendFileSync(good, '"Thu, Aug 6, 2026",1,1,1,0,0,0,0,2,1,6,0,0,0\n');
    expect(found()).toEqual([`agencies/contoh/imports/${file} changed`]);
    const other = `${OVERVIEW.trimEnd().replace('Media views', 'Catatan petugas').replace(/0$/, 'Budi Canary')}\n`;
    const hash = sha256(other);
    const named = `imports/x-analytics/x-${hash.slice(0, 12)}.csv`;
    fs.rmSync(good);
    put(`agencies/contoh/${named}`, other);
    const runs = path.join(home, 'runs/2026-09.json');
    const text = fs.readFileSync(runs, 'utf8');
    fs.writeFileSync(runs, text.replace(/"imports\/[^"]*"/, `"${named}"`).replace(/"sha256": ?"[^"]*"/, `"sha256": "${hash}"`));
    expect(found()).toEqual([`agencies/contoh/${named} unread`]);
  });

  test.each([
    ['a column of notes', OVERVIEW.replace('Media views', 'Catatan petugas').replace(/0\n$/, 'Budi 3374010101900001\n')],
    ['a further column', OVERVIEW.replace('views\n', 'views,Catatan\n').replace(/0\n$/, '0,Budi\n')],
    ['a line above the header', `Dibuat oleh Budi\n${OVERVIEW}`],
    ['a number that is a telephone’s', OVERVIEW.replace(/0\n$/, '081234567890\n')],
    ['posts whose id has lost its head', 'Pos id,Date,Post text,Impressions,Engagements\n1,"Fri, Aug 7, 2026",Budi Canary,5,1\n'],
    ['posts whose text has lost its head', 'Date,Teks,Impressions,Engagements\n"Fri, Aug 7, 2026",Budi Canary,5,1\n'],
  ])('an export with %s is read and not kept', (_, text) => {
    const { code } = run('x-analytics', 'a.csv', text);
    expect([code, kept(), found()]).toEqual([0, [], []]);
    expect(fs.readFileSync(path.join(home, 'runs/2026-09.json'), 'utf8')).toMatch(/"outside\/x-analytics\/x-[0-9a-f]{12}\.csv"/);
  });
});

describe('everything else below data/', () => {
  test.each(['daftar.tmp', 'agencies/contoh/daftar-warga.csv.tmp', 'agencies/contoh/agency.json.12.tmp'])(
    '%s is refused',
    (file) => {
      put(file, 'Budi,3374010101900001');
      expect(found()).toEqual([`${file} path`]);
    },
  );

  test('generated files hold what the code gives, and nothing else has a place beside them', () => {
    for (const [file, text] of generated(root)) if (file.startsWith(root)) put(path.relative(root, file), text);
    expect(found()).toEqual([]);
    put('templates/events.csv', 'NIK,Nama\n1,Budi\n');
    put('templates/daftar-warga.csv', 'Nama\nBudi\n');
    fs.appendFileSync(path.join(root, 'README.md'), 'Budi\n');
    expect(found()).toEqual(['README.md generated', 'templates/daftar-warga.csv generated', 'templates/events.csv generated']);
  });

  test('a reason that tells who somebody is, is refused at the command and in the data', () => {
    const late = ['--now', '2026-12-20', '--reason'];
    expect(run('events', 'a.csv', EVENTS).code).toBe(0);
    const refused = run('events', 'b.csv', EVENTS.replace('300', '299'), ...late, 'Budi NIK 3374010101900001 lapor salah');
    expect([refused.code, refused.said]).toEqual([2, expect.stringContaining('--reason is published')]);
    expect(refused.said).not.toContain('3374');
    expect(run('events', 'b.csv', EVENTS.replace('300', '299'), ...late, 'Salah hitung').code).toBe(0);
    expect(found().filter((one) => !one.endsWith('future'))).toEqual([]);
    const runs = path.join(home, 'runs/2026-12.json');
    fs.writeFileSync(runs, fs.readFileSync(runs, 'utf8').replace('Salah hitung', 'kata 081234567890'));
    expect(found().filter((one) => !one.endsWith('future'))).toEqual(['agencies/contoh/runs/2026-12.json personal']);
  });

  test('an export is named by nothing but its source, account and content', () => {
    expect(run('events', 'a.csv', EVENTS).code).toBe(0);
    const file = path.join(home, 'observations/acara/2026-08.json');
    fs.writeFileSync(file, fs.readFileSync(file, 'utf8').replace(/imports\/events\/[^"]*/, 'outside/events/daftar-budi.csv'));
    expect(found()).toEqual(['agencies/contoh/observations/acara/2026-08.json file-name']);
  });
});
