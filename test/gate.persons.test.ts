import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkData } from '#gate/data.ts';
import { walk, type Path } from '#gate/json.ts';
import type { Wording } from '#gate/wording.ts';
import { formatFinding } from '#model/error.ts';
import type { Campaign } from '#model/campaign.ts';
import { hasContact, isPersonal } from '#sources/figure/personal.ts';
import { sources } from '#sources/index.ts';
import { canonical } from '#store/json.ts';
import { filesBelow } from '#store/content.ts';
import { interview } from '../scripts/new.ts';

const wording: Wording = { label: isPersonal, sentence: hasContact };
const encode = (text: string) => new TextEncoder().encode(text);
const sample = (path: string) => readFileSync(`data/${path}`, 'utf8');
const at = (path: string) => `agencies/tirtaraya/${path}`;
const AGENCY = sample(at('agency.json'));
const CALENDAR = sample('calendars/indonesia.json');

type Files = Readonly<Record<string, string>>;
const office: Files = { [at('agency.json')]: AGENCY, 'calendars/indonesia.json': CALENDAR };

/** Findings on these files beside the sample's office, as the log shows them. */
function check(files: Files): string[] {
  const all = Object.entries({ ...office, ...files }).map(([path, text]) => ({ path, bytes: encode(text) }));
  return checkData(all, { wording, registers: new Map() })
    .filter(({ rule, message }) => !(rule === 'deadline' && message.includes('class')))
    .map(formatFinding);
}

/** A text with other words at a place. */
function planted(text: string, wanted: Path, words: string): string {
  let made: string | undefined;
  const value = (path: Path, place: number, token: string) => {
    if (path.join('.') === wanted.join('.'))
      made = text.slice(0, place) + JSON.stringify(words) + text.slice(place + token.length);
  };
  walk(text, { value });
  if (made === undefined) throw new Error(`nothing stands at ${wanted.join('.')}`);
  return made;
}

/** `file:line:column` of the first place of some words' value. */
function placeOf(file: string, text: string, words: string): string {
  const before = text.slice(0, text.indexOf(JSON.stringify(words)));
  return `data/${file}:${before.split('\n').length}:${before.length - before.lastIndexOf('\n')}`;
}

const POST = {
  id: '18010004286304170',
  day: '2026-09-01',
  type: 'image',
  text: 'Selamat pagi',
  tags: ['infotirtaraya'],
  figures: {},
  source: 'instagram',
  api: 'v26.0',
  observed: '2026-09-03',
};
const posts = (account: string, ...changes: object[]): Files => ({
  [at(`posts/${account}/2026-09.json`)]: JSON.stringify(
    {
      $schema: '../../../../schema/posts.json',
      account,
      month: '2026-09',
      posts: changes.map((one, index) => ({ ...POST, id: `${POST.id}${index}`, ...one })),
    },
    null,
    2,
  ),
});
const CAMPAIGN = {
  $schema: '../../../schema/campaign.json',
  id: 'imunisasi',
  name: { id: 'Bulan imunisasi' },
  purpose: { id: 'Orang tua tahu jadwalnya' },
  from: '2026-08-03',
  to: '2026-08-31',
  tags: ['imunisasi-2026'],
  events: ['Posyandu Teluk Cemara'],
  budget: { amount: 5, currency: 'IDR', basis: { id: 'DPA 2026' } },
  goals: [{ kpi: 'sessions', direction: 'at-least', value: 100, basis: { id: 'Rencana kerja' } }],
};
const campaign = (change: object): Files => ({
  [at('campaigns/imunisasi.json')]: JSON.stringify({ ...CAMPAIGN, ...change }, null, 2),
});
const EDITION = {
  $schema: '../../../../schema/edition.json',
  agency: 'tirtaraya',
  period: '2026-09',
  edition: 2,
  published: '2026-11-01',
  before: `${'1234567890123456a'.repeat(3)}${'b'.repeat(13)}`,
  figures: [],
  targets: [{ kpi: 'reach', scope: 'agency', direction: 'at-least', target: 5, basis: { id: 'Rencana kerja' } }],
  revisions: [{ kpi: 'reach', scope: 'agency', from: 1, to: 2, cause: 'file corrected', reason: 'Salah unggah' }],
};
const edition = (change: object): Files => ({
  [at('editions/2026-09/2.json')]: JSON.stringify({ ...EDITION, ...change }, null, 2),
});

const PERSONS = ['NIK 7371015708900003', 'siti.rahmawati@gmail.com', 'Budi Santoso 0812-3456-7890', 'kata @siti_rahmawati'];

describe('the office of the sample', () => {
  test('passes, with its posts, campaigns, editions and revisions', () => {
    const found = checkData(filesBelow('data', ''), { wording }).filter(({ rule }) =>
      ['personal', 'peer', 'post'].includes(rule),
    );
    expect(found).toEqual([]);
    expect(check({})).toEqual([]);
  });

  /** Where an office and its accounts are found. */
  const OWN = /^(contact|url|(accounts|peers)\.\*\.(handle|url|server|settings\.[a-z-]+))$/;

  test.each<[string, string, string]>([
    ['agency', at('agency.json'), AGENCY],
    ['calendar', 'calendars/indonesia.json', CALENDAR],
    ['campaign', at('campaigns/imunisasi.json'), campaign({})[at('campaigns/imunisasi.json')] ?? ''],
    ['edition', at('editions/2026-09/2.json'), edition({})[at('editions/2026-09/2.json')] ?? ''],
  ])('no other field of its kind of file takes a person in, whatever it is called: %s', (_, file, text) => {
    const leaves = new Map<string, Path>();
    walk(text, {
      value: (path, _at, token) => {
        const field = path.map((part) => (typeof part === 'number' ? '*' : part)).join('.');
        if (token.startsWith('"') && !leaves.has(field)) leaves.set(field, [...path]);
      },
    });
    expect(leaves.size).toBeGreaterThan(8);
    const open: string[] = [];
    for (const [field, path] of leaves) {
      for (const words of ['Budi Santoso 0812-3456-7890', 'https://www.facebook.com/siti.rahmawati.9']) {
        const made = planted(text, path, words);
        const found = check({ [file]: made }).filter((one) => one.startsWith(`${placeOf(file, made, words)} `));
        if (found.length === 0) open.push(field);
        expect(found.filter((one) => one.includes(' personal ')).join()).not.toMatch(/Santoso|0812|siti/);
      }
    }
    expect(open.filter((field) => !OWN.test(field))).toEqual([]);
  });
});

describe('agency.json', () => {
  const skm = (JSON.parse(AGENCY) as { accounts: { population?: unknown }[] }).accounts.findIndex((one) => one.population);
  const doors: [string, Path][] = [
    ['a target', ['targets', 0, 'basis', 'id']],
    ['a deadline', ['deadlines', 0, 'basis', 'en']],
    ['a budget', ['budgets', 0, 'basis', 'id']],
    ['hours', ['hours', 0, 'basis', 'id']],
    ['a population', ['accounts', skm, 'population', 'basis', 'id']],
    ['a peer', ['peers', 0, 'name']],
    ['an account', ['accounts', 0, 'name']],
    ['a place', ['place']],
  ];
  test.each(doors.flatMap(([door, path]) => PERSONS.map((words) => [door, words, path] as const)))(
    '%s does not take in "%s"',
    (_, words, path) => {
      const text = planted(AGENCY, path, words);
      const found = check({ [at('agency.json')]: text });
      expect(found).toHaveLength(1);
      expect(found[0]).toContain(`${placeOf(at('agency.json'), text, words)} personal holds what may be`);
      expect(found[0]).not.toContain(words);
    },
  );
  test.each([
    'SKB Menteri Agama, Menteri Ketenagakerjaan, dan Menteri PANRB Nomor 1497, 2, dan 5 Tahun 2025',
    'SKB 1497/2025, 2/2025, 5/2025',
    'UU 14/2008 (KIP), Pasal 22 ayat (7): 10 hari kerja',
    'Perpres 21/2023, https://peraturan.bpk.go.id/Details/246123/perpres-no-21-tahun-2023',
    'Rencana Strategis 2025-2029, indikator 3.1, halaman 12',
    'DPA-SKPD 2.16.2.20.2.21.01.0000 tahun 2026, Rp 1.250.000.000',
    'Keputusan Bupati 188.45/321/2025 tanggal 17 Februari 2025',
    'SK 800/081/2025 dan 800.1.2/0812/2025',
    'Nota dinas 555/812/Diskominfo/2025 tertanggal 2025-08-12',
    'Perjanjian Kinerja Kepala Dinas 2026; 88,31 adalah batas bawah mutu A',
    'Kontrak 027/12/SPK/2025, Rp81.234.567 untuk tiga bulan',
    'Menurut (0411) 123456, pusat layanan 112 dan 1500-123',
    'Maklumat pelayanan @ 2025, berlaku 07.30-16.00 WITA',
  ])('a basis such as "%s" passes', (words) => {
    expect(check({ [at('agency.json')]: planted(AGENCY, ['targets', 0, 'basis', 'id'], words) })).toEqual([]);
  });
  test.each([
    'humas@kota.example',
    '(0411) 123456',
    'WhatsApp kantor 0811-4567-890',
    '@diskominfo.tirtaraya',
    'https://kota.example/kontak',
  ])('an office may be reached at "%s"', (words) => {
    expect(check({ [at('agency.json')]: planted(AGENCY, ['contact'], words) })).toEqual([]);
  });
  test('but not by the number of a resident', () => {
    const found = check({ [at('agency.json')]: planted(AGENCY, ['contact'], 'Ibu Siti 7371015708900003') });
    expect(found).toEqual([expect.stringMatching(/^data\/agencies\/tirtaraya\/agency\.json:9:14 personal /)]);
  });
  test('an account may be called by its own handle or address, not by another', () => {
    const called = (name: string, url: string) =>
      check({ [at('agency.json')]: planted(planted(AGENCY, ['accounts', 0, 'name'], name), ['accounts', 0, 'url'], url) });
    expect(called('@DinasKota', 'https://www.facebook.com/dinaskota/')).toEqual([]);
    expect(called('@siti_rahmawati', 'https://www.facebook.com/dinaskota/').join()).toMatch(
      /agency\.json:\d+:15 personal .*"url"/,
    );
  });
  test('what a new agency is asked for passes', async () => {
    const answers: Record<string, string> = {
      'Nama lengkap': 'Dinas Komunikasi dan Informatika Kota Contoh',
      Wilayah: 'Kota Contoh',
      Kontak: 'humas@contoh.example',
      'Nomor yang dipakai': sources.map((_, index) => index + 1).join(','),
      'nama atau nomor': '@kominfo.contoh',
      servernya: 'https://statistik.contoh.example',
      'alamat https': 'https://contoh.example/akun',
    };
    const ask = async (question: string, fits: (answer: string) => string | undefined, otherwise?: string) => {
      const typed = Object.entries(answers).find(([words]) => question.includes(words))?.[1] ?? otherwise ?? '12345';
      return typed === '' ? '' : (fits(typed) ?? '');
    };
    const made = await interview(
      ask,
      sources.map(({ declaration }) => declaration),
      '2026-09-05',
    );
    expect(made.accounts).toHaveLength(sources.length);
    expect(check({ [`agencies/${made.id}/agency.json`]: canonical(made) })).toEqual([]);
  });
});

describe('a calendar', () => {
  test.each(PERSONS)('does not take in "%s"', (words) => {
    for (const [from, to] of [
      ['"Kalender kerja instansi pemerintah Indonesia"', JSON.stringify(words)],
      ['"Tahun Baru Masehi"', JSON.stringify(words)],
      [/"SKB Menteri[^"]*"/, JSON.stringify(words)],
    ] as const) {
      const text = CALENDAR.replace(from, () => to);
      const found = check({ 'calendars/indonesia.json': text });
      expect(found).toHaveLength(1);
      expect(found[0]).toContain(`${placeOf('calendars/indonesia.json', text, words)} personal `);
    }
  });
});

describe('editions and revisions', () => {
  test.each(PERSONS)('do not take in "%s"', (words) => {
    const { targets, revisions } = EDITION;
    for (const change of [
      { targets: [{ ...targets[0], basis: { id: words } }] },
      { revisions: [{ ...revisions[0], reason: words }] },
    ]) {
      const [[file, text] = ['', '']] = Object.entries(edition(change));
      expect(check({ [file]: text })).toEqual([expect.stringContaining(`${placeOf(file, text, words)} personal `)]);
    }
    const row = `2026-09,2,reach,agency,1,2,2026-11-01,file corrected,`;
    const revised = `period,edition,kpi,scope,from,to,seen,cause,reason\r\n${row}Salah unggah\r\n${row}"${words}, kata orang"\r\n`;
    const found = check({ [at('revisions.csv')]: revised });
    expect(found).toEqual([expect.stringContaining(`revisions.csv:3:${row.length + 1} personal `)]);
  });
  test('an address of a request may stand in a reason', () => {
    const reason = 'GET https://graph.social.example/v26.0/3201015708900003 gave 500';
    expect(check(edition({ revisions: [{ ...EDITION.revisions[0], reason }] }))).toEqual([]);
  });
});

describe('posts', () => {
  test('of another body have no words and no tags', () => {
    expect(check(posts('mastodon-nusaraya', { text: '', tags: [] }))).toEqual([]);
    const found = check(posts('mastodon-nusaraya', { text: 'Selamat pagi', tags: [] }, { text: '' }));
    expect(found).toEqual([
      expect.stringMatching(/posts\/mastodon-nusaraya\/2026-09\.json:10:15 peer is of a post of another body/),
      expect.stringMatching(/2026-09\.json:22:15 peer /),
    ]);
  });
  test.each([...PERSONS, `${'kata '.repeat(120)}0812-3456-7890`, 'lihat facebook.com/siti.rahmawati.9'])(
    'of the office do not take in "%s"',
    (words) => {
      expect(check(posts('instagram', { text: words }))).toEqual([
        expect.stringMatching(/posts\/instagram\/2026-09\.json:10:15 personal holds/),
      ]);
    },
  );
  test.each<[string, object]>([
    ['its own handle', { text: 'Ikuti @diskominfo.tirtaraya dan instagram.com/diskominfo.tirtaraya, kata @… di t.me/… […]' }],
    ['its own handle, cut', { text: `${'a'.repeat(489)} @diskominf` }],
    ['a handle of the time', { text: 'Kami @kominfo_lama', url: 'https://social.example/@kominfo_lama/1' }],
    ['numbers of the office', { text: 'Hubungi 112, (0411) 123456, Rp 81.234.567.890, 17-08-2025' }],
  ])('may hold %s', (_, change) => {
    expect(check(posts('instagram', change))).toEqual([]);
  });
  test('have tags, not persons', () => {
    expect(check(posts('instagram', { tags: ['a', 'siti@mail.example'] }))).toEqual([
      expect.stringMatching(/2026-09\.json:13:9 personal /),
    ]);
  });
  test('of an account of which only a number is known may hold its handle, but no number or address of a person', () => {
    const nameless = planted(AGENCY, ['accounts', 1, 'handle'], '17841400000000001').replace(
      '"url": "https://tirtaraya.example/instagram",',
      '',
    );
    const agency = { [at('agency.json')]: nameless.replace('"@diskominfo.tirtaraya"', '"Diskominfo"') };
    expect(check({ ...agency, ...posts('instagram', { text: 'Ikuti @dinas.kota' }) })).toEqual([]);
    for (const text of ['siti@mail.example', '0812-3456-7890'])
      expect(check({ ...agency, ...posts('instagram', { text }) }).join()).toMatch(/:10:15 personal /);
  });
  test('of every source pass as it gives them', () => {
    let count = 0;
    for (const source of readdirSync('test/output/sources')) {
      const read = (path: string): unknown => JSON.parse(readFileSync(`test/${path}`, 'utf8'));
      for (const name of readdirSync(`test/output/sources/${source}`)) {
        const { posts: given = [] } = read(`output/sources/${source}/${name}`) as { posts?: object[] };
        if (given.length === 0) continue;
        const { account } = read(`input/sources/${source}/ask.json`) as { account: { id: string } };
        const agency = JSON.stringify({ ...(JSON.parse(AGENCY) as object), accounts: [account], peers: [] });
        const found = check({ ...posts(account.id, ...given), [at('agency.json')]: agency });
        expect(found.filter((one) => / (personal|size|schema|json) /.test(one))).toEqual([]);
        count += given.length;
      }
    }
    expect(count).toBeGreaterThan(40);
  });
  test('that are longer than what is kept are refused, since nobody looks past it', () => {
    expect(check(posts('instagram', { text: 'a'.repeat(4001) }))).toEqual([expect.stringMatching(/:10:15 size /)]);
  });
});

describe("a campaign's posts", () => {
  const named = (id: string, kept: Files = {}, change: Partial<Campaign> = {}) =>
    check({ ...kept, ...campaign({ posts: [{ account: 'instagram', id }], ...change }) });
  test.each([
    'https://facebook.com/siti.rahmawati.9/posts/1',
    'facebook.com/siti.rahmawati.9',
    'siti.rahmawati.9',
    '@siti',
    'siti@mail.example',
    'at://did:plc:sitirahmawati/app.bsky.feed.post/3l2267vqs2pw4',
  ])('are no address such as "%s"', (id) => {
    const found = named(id);
    expect(found).toEqual([expect.stringMatching(/campaigns\/imunisasi\.json:\d+:13 personal is the id of no post/)]);
    expect(found[0]).not.toContain('siti');
  });
  test('may have any id that a post has, and one that is still to come', () => {
    const id = 'at://did:plc:tirtarayasample234567abc/app.bsky.feed.post/3l2267vqs2pw4';
    expect(named(id, posts('instagram', { id }))).toEqual([]);
    expect(named('17890000000000001')).toEqual([]);
    expect(named('W_7u5H-gspb', posts('instagram', {}), { to: '2026-09-30' })).toEqual([]);
    expect(named('urn:li:share:7123')).toEqual([]);
  });
  test('are there once later ones are', () => {
    expect(named('17890000000000001', posts('instagram', {}))).toEqual([
      expect.stringMatching(/imunisasi\.json:\d+:13 post posts\/instagram holds no such post/),
    ]);
  });
});
