import { describe, expect, test } from 'vitest';
import { checkData } from '#gate/data.ts';
import type { Wording } from '#gate/wording.ts';

const encode = (text: string) => new TextEncoder().encode(text);
const account = (id: string) => ({ id, name: id, platform: 'x', source: 'x', handle: id, since: '2026-01-01' });
const agency = {
  $schema: '../../schema/agency.json',
  id: 'kota',
  name: 'Kota',
  short: 'Kota',
  place: 'Kota',
  contact: 'kantor@kota.example',
  zone: 'Asia/Jakarta',
  languages: ['id'],
  licence: { name: 'CC0', url: 'https://example.org/' },
  accounts: [account('situs'), account('instagram')],
};
const goal = { kpi: 'sessions', scope: 'situs', direction: 'at-least', value: 100, basis: { id: 'Rencana kerja' } };
const campaign = {
  $schema: '../../../schema/campaign.json',
  id: 'imunisasi',
  name: { id: 'Bulan imunisasi' },
  purpose: { id: 'Orang tua tahu jadwalnya' },
  from: '2026-08-03',
  to: '2026-08-31',
  hashtags: ['AyoImunisasi'],
  posts: [{ account: 'instagram', id: '17890000000000001' }],
  goals: [goal],
};
const wording: Wording = { label: (text) => /\d{8}/.test(text), sentence: (text) => /@\w/.test(text) };

function check(given: object, path = 'agencies/kota/campaigns/imunisasi.json') {
  const files = [
    { path: 'agencies/kota/agency.json', bytes: encode(JSON.stringify(agency)) },
    { path, bytes: encode(JSON.stringify({ ...campaign, ...given }, null, 2)) },
  ];
  return checkData(files, { wording }).map(
    ({ file, line, rule, message }) => `${file.split('/').at(-1)}:${line} ${rule} ${message}`,
  );
}

describe('campaigns', () => {
  test('a good one passes, post ids and all', () => {
    expect(check({})).toEqual([]);
  });
  test('its id is the name of its file', () => {
    expect(check({}, 'agencies/kota/campaigns/pajak.json')).toEqual([
      'pajak.json:3 path "id" is "imunisasi" but the path says "pajak"; make them agree',
    ]);
  });
  test.each([
    ['a hashtag with #', { hashtags: ['#AyoImunisasi'] }, /^imunisasi\.json:13 schema "hashtags\.0"/],
    ['days the wrong way round', { to: '2026-08-01' }, /^imunisasi\.json:11 schema .*to lies before from/],
    ['an id of digits', { id: '2026' }, /begin with a letter/],
    [
      'a post of an account that is not there',
      { posts: [{ account: 'instagran', id: '1' }] },
      /:17 account .*did you mean "instagram"/,
    ],
    ['a goal of one', { goals: [{ ...goal, scope: 'situz' }] }, /account there is no account "situz" .*did you mean "situs"/],
    [
      'a KPI that is not there',
      { goals: [{ ...goal, kpi: 'session' }] },
      /target there is no KPI "session"; did you mean "sessions"/,
    ],
    ['85 for 85 %', { goals: [{ ...goal, kpi: 'bounce-rate', value: 85 }] }, /target .*write 0\.85 for 85 %/],
    ['what is no campaign’s', { goals: [{ ...goal, kpi: 'followers' }] }, /goal "followers" is counted for an account/],
    [
      'nor the answers to complaints',
      { goals: [{ ...goal, kpi: 'complaints-answered' }] },
      /goal "complaints-answered" is counted/,
    ],
    ['the same goal twice', { goals: [goal, { ...goal, value: 5 }] }, /twice another goal for "sessions"/],
    ['the same hashtag twice', { hashtags: ['Ayo', 'ＡＹＯ'] }, /:14 twice "ＡＹＯ"/],
    ['days of which nothing is known', { from: '2025-01-01', to: '2025-02-01' }, /day no account has figures before 2026-01-01/],
    ['a budget without a currency', { budget: { amount: 5 } }, /schema "budget\.currency" is missing/],
  ])('%s', (_, given, expected) => {
    const found = check(given);
    expect(found.join('\n')).toMatch(expected);
    expect(found.filter((one) => expected.test(one))).toHaveLength(1);
  });
  test.each([
    ['purpose', { purpose: { id: 'Tulis ke @budi' } }],
    ['basis', { goals: [{ ...goal, basis: { id: 'Menurut @budi' } }] }],
    ['tags', { tags: ['081234567890'] }],
  ])('words that may tell of a person are refused in %s, and not repeated', (_, given) => {
    const found = check(given);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/ personal holds/);
    expect(found[0]).not.toMatch(/budi|0812/);
  });
  test('a file of a folder with a strange name is none of ours', () => {
    expect(check({}, 'agencies/kota/campaigns/Imunisasi 2026.json').join()).toMatch(/ path no data file of ours/);
  });
});
