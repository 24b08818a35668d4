import { expect, test } from 'vitest';
import { Agency, type Account } from '#model/agency.ts';
import { sources } from '#sources/index.ts';
import { openData } from '#store/read.ts';
import { read } from '#store/write.ts';
import { askAccounts } from '../scripts/accounts.ts';
import { checkConfig } from '../scripts/config.ts';
import { interview } from '../scripts/new.ts';
import { usualName } from '../scripts/secrets.ts';
import { handedOver, WORKFLOW, withSecrets } from '../scripts/workflow.ts';
import { account, agency } from './platform.ts';

const workflow = read(WORKFLOW) ?? '';
const declarations = sources.map((source) => source.declaration);
const faults = (accounts: Account[], peers: Account[] = [], text = workflow) =>
  checkConfig('data', agency(accounts, peers), text).map(({ rule, message }) => [rule, message]);
const of = (source: string, change: Partial<Account> = {}) => account({ source, platform: source, ...change });

test('the workflow hands over the usual name of every secret that a source may need', () => {
  const names = declarations.flatMap((one) => one.secrets.map(({ purpose }) => usualName(one, purpose)));
  expect(names).toContain('FACEBOOK_TOKEN');
  expect(names.filter((name) => !handedOver(workflow).has(name))).toEqual([]);
});

test('what staff wrote into the workflow stays where the list is made anew', () => {
  const own = workflow.replace(
    /( +)# End of the usual names.*\n/,
    (row, indent: string) => `${row}${indent}KITA_TOKEN: \${{ secrets.KITA_TOKEN }}\n`,
  );
  const made = withSecrets(own, declarations.slice(0, 1));
  expect([handedOver(made).has('KITA_TOKEN'), handedOver(made).has('FACEBOOK_TOKEN')]).toEqual([true, false]);
  expect(withSecrets(made, declarations)).toBe(own);
});

test('an agency that asks for what can be had has no finding', () => {
  const facebook = of('facebook', { token: 'FACEBOOK_TOKEN', comments: true });
  expect(faults([facebook, of('mastodon', { id: 'm' })], [of('bluesky', { id: 'p' })])).toEqual([]);
});

test.each<[string, Account[], Account[], string, RegExp]>([
  ['a source that there is not', [of('facebok')], [], 'source', /"facebok"; there are bluesky/],
  ['a token without a name', [of('facebook')], [], 'token', /needs "token".*FACEBOOK_TOKEN/],
  [
    'a variable that the workflow keeps to itself',
    [of('facebook', { token: 'KITA_TOKEN' })],
    [],
    'workflow',
    /KITA_TOKEN: \$\{\{ secrets\.KITA_TOKEN \}\}/,
  ],
  ['a peer of a source that sees only its own', [], [of('x-analytics')], 'peer', /stands under "peers".*mastodon/],
  ['comments of a source that has none', [of('x-analytics', { comments: true })], [], 'comments', /can't read/],
  ['a platform that charges, without a budget', [of('x', { token: 'X_TOKEN' })], [], 'budget', /needs "budget"/],
])('%s is a finding', (_name, accounts, peers, rule, message) => {
  expect(faults(accounts, peers).filter(([, said]) => message.test(said ?? ''))).toEqual([
    [rule, expect.stringMatching(message)],
  ]);
});

test('a variable that the hourly look at comments is not handed is a finding of its own', () => {
  const own = '  A: b\n          KITA_TOKEN: ${{ secrets.KITA_TOKEN }}\n';
  const found = (change: Partial<Account>, watch: string) =>
    checkConfig('data', agency([of('facebook', { token: 'KITA_TOKEN', ...change })]), own, watch).map(({ message }) => message);
  expect(found({ comments: true }, '')).toEqual([expect.stringMatching(/watch\.yml does not hand over/)]);
  expect([found({ comments: true }, own), found({}, '')]).toEqual([[], []]);
});

test('the sample agency has no secrets, so no workflow needs to know them', () => {
  const sample = Agency.parse({ ...agency([of('facebook', { token: 'NOBODY_TOKEN' })]), sample: true });
  expect(checkConfig('data', sample, workflow)).toEqual([]);
});

/** A person who answers by the words of the question; unanswered ones take what is offered. */
const person = (answers: Readonly<Record<string, string>>, asked: string[] = []) => {
  return async (question: string, fits: (answer: string) => string | undefined, otherwise?: string): Promise<string> => {
    asked.push(question);
    const typed = Object.entries(answers).find(([words]) => question.includes(words))?.[1] ?? otherwise;
    const answer = typed === undefined ? undefined : typed === '' && otherwise === '' ? '' : fits(typed);
    if (answer === undefined) throw new Error(`no answer fits: ${question}`);
    return answer;
  };
};
const numberOf = (question: string, id: string) => new RegExp(`(\\d+)\\. [^\\n]*\\(${id}[,)]`).exec(question)?.[1] ?? '';

test('a new agency answers a few questions for each source it names, and its file has nothing to complain about', async () => {
  const questions: string[] = [];
  await askAccounts(person({}, questions), declarations, '2026-09-01');
  const list = questions[0] ?? '';
  expect(declarations.filter(({ id }) => numberOf(list, id) === '')).toEqual([]);
  const wanted = ['facebook', 'mastodon', 'x', 'matomo', 'survey', 'facebook'];
  const answers = {
    'Nama lengkap': 'Dinas Contoh',
    Wilayah: 'Contoh',
    Kontak: 'kantor@contoh.example',
    'Nomor yang dipakai': wanted.map((id) => numberOf(list, id)).join(', '),
    'nama atau nomor': '@contoh',
    servernya: 'https://statistik.contoh.example/',
    'alamat https': 'https://contoh.example/akun',
  };
  const made = await interview(person(answers), declarations, '2026-09-05');
  expect(made.accounts.map((one) => [one.id, one.source, one.token ?? null])).toEqual([
    ['facebook', 'facebook', 'FACEBOOK_TOKEN'],
    ['mastodon', 'mastodon', 'MASTODON_TOKEN'],
    ['x', 'x', 'X_TOKEN'],
    ['matomo', 'matomo', 'MATOMO_TOKEN'],
    ['survey', 'survey', null],
    ['facebook-2', 'facebook', 'FACEBOOK_TOKEN_2'],
  ]);
  expect(made.accounts[1]?.server).toBe('https://contoh.example');
  expect(made.accounts[2]).toMatchObject({ budget: 5, secrets: { 'consumer-key': 'X_CONSUMER_KEY' } });
  expect(made.accounts[3]?.server).toBe('https://statistik.contoh.example');
  expect(checkConfig('data', made, workflow).map(({ rule }) => rule)).toEqual(['workflow']);
});

test.each([
  ['WIT', 'Asia/Jayapura', 'indonesia'],
  ['Asia/Pontianak', 'Asia/Pontianak', 'indonesia'],
  ['Asia/Dili', 'Asia/Dili', undefined],
])('a new agency in %s keeps the holidays of its country, where they are known here', async (typed, zone, calendar) => {
  const answers = { 'Nama lengkap': 'Dinas Contoh', Wilayah: 'Contoh', 'Zona waktu': typed, Kontak: 'kantor@contoh.example' };
  const made = await interview(
    person({
      ...answers,
      'Nomor yang dipakai': '1',
      'nama atau nomor': '@contoh',
      'alamat https': 'https://contoh.example/akun',
    }),
    declarations.slice(0, 1),
    '2026-09-05',
  );
  expect([made.zone, made.calendar]).toEqual([zone, calendar]);
  if (calendar !== undefined) expect(openData('data').calendar(calendar)).toBeDefined();
});
