import { expect, test } from 'vitest';
import type { AccountRun } from '#model/run.ts';
import { notices } from '#github/notice.ts';
import { annotate, ofFindings, ofOutcome, plain, type Annotation, type Outlet } from '#github/annotate.ts';
import { renderIssue, report, TITLE, type Issue, type Issues } from '#github/issue.ts';
import { code, line, words } from '#github/line.ts';
import { conclude, isShort, percent, shortfall, unpack, type Outcome } from '#github/outcome.ts';
import { renderSummary, summarise } from '#github/summary.ts';
import { find } from '#sources/index.ts';

const HOSTILE = [
  '::error file=x::owned',
  'fine\n::set-output name=coverage::enough',
  'fine\r\n  ::add-mask::a',
  'x ##[error]owned',
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '[click](javascript:alert(1))',
  '![track](https://evil.example/p.png)',
  'https://evil.example www.evil.example',
  '| a | b |\n| --- | --- |',
  '`code` **bold** _it_ ~~x~~ # head',
  '@octocat #1 owner/name#2',
  '</code></td></table>',
  '\u001b[31mred\u001b[0m \u202Erorre',
];

const account = (id: string, outcome: AccountRun['outcome'], detail = 'no answer'): AccountRun => ({
  account: id,
  source: 'mastodon',
  api: 'v1',
  outcome,
  requests: 7,
  posts: null,
  gaps: outcome === 'complete' ? [] : [{ from: '2026-09-01', to: '2026-09-03', reason: 'failed', detail }],
});

const outcome = (coverage: number | null, ...accounts: AccountRun[]): Outcome => ({
  agency: 'tirtaraya',
  day: '2026-09-04',
  coverage,
  floor: 0.8,
  accounts,
});

/** An outlet that keeps what it is given; `on` says whether it stands for GitHub. */
function recorder(on: boolean) {
  const sent: { level: string; message: string | Error; properties: unknown }[] = [];
  const printed: string[] = [];
  const keep = (level: string) => (message: string | Error, properties?: unknown) =>
    void sent.push({ level, message, properties });
  const to: Outlet = {
    core: on ? { error: keep('error'), warning: keep('warning') } : undefined,
    print: (text) => void printed.push(text),
  };
  return { to, sent, printed };
}

/** What the runner takes for a command: `::` at the start of a trimmed line, `##[` anywhere. */
const isCommand = (text: string) =>
  text.split(/[\r\n\u2028\u2029]/).some((row) => row.trimStart().startsWith('::') || row.includes('##['));

test('no foreign text becomes a command, in a line, an annotation, a summary or an issue', () => {
  for (const text of HOSTILE) {
    expect(isCommand(line(text)), text).toBe(false);
    expect(line(text)).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    const run = outcome(0.5, account('a', 'failed', text));
    expect(isCommand(renderSummary([run]).split('\n').map(line).join('\n'))).toBe(false);
    const { to, sent, printed } = recorder(true);
    annotate([{ level: 'error', title: text, message: text, file: text }], to);
    annotate([{ level: 'error', title: text, message: text }], { ...to, core: undefined });
    expect(JSON.stringify(sent)).not.toContain('##[');
    expect(String(sent[0]?.message)).not.toContain('\n');
    expect(printed.some(isCommand)).toBe(false);
  }
});

test('foreign text has no markup, link, mention or table cell in a summary or an issue', () => {
  for (const text of HOSTILE) {
    expect(code(text)).toMatch(/^<code>([\p{L}\p{M}\p{N} ]|&#\d+;)*<\/code>$/u);
    expect(words(text)).toMatch(/^([\p{L}\p{M}\p{N} ]|&#\d+;)*$/u);
    expect(words(text)).not.toMatch(/&#64;(?! )/);
    const run = outcome(0.5, account('a', 'failed', text));
    const harmless = renderSummary([outcome(0.5, account('a', 'failed', 'x'))]);
    for (const mark of ['|', '<', '\n', '[', '`', '@', '://']) {
      expect(renderSummary([run]).split(mark).length, `${mark} of ${text}`).toBe(harmless.split(mark).length);
    }
    expect(renderIssue({ runs: [run], url: 'https://github.com/o/r/actions/runs/1' })).not.toMatch(
      /evil\.|onerror=|@octocat|<script|\]\(/,
    );
  }
  expect(code('a<b')).toBe('<code>a&#60;b</code>');
});

test('findings keep their place, and read alike in a terminal', () => {
  const finding = { file: 'agencies/a/agency.json', line: 3, column: 5, rule: 'schema', message: 'zone: no IANA time zone' };
  const [annotation] = ofFindings([finding], 'data/');
  expect(plain(annotation as Annotation)).toBe('data/agencies/a/agency.json:3:5 schema zone: no IANA time zone');
  const here = recorder(true);
  annotate(ofFindings([finding], 'data/'), here.to);
  expect(here.printed).toEqual(['data/agencies/a/agency.json:3:5 schema zone: no IANA time zone']);
  expect(here.sent).toEqual([
    {
      level: 'error',
      message: 'zone: no IANA time zone',
      properties: { title: 'schema', file: 'data/agencies/a/agency.json', startLine: 3, startColumn: 5 },
    },
  ]);
  const away = recorder(false);
  annotate(ofFindings([finding]), away.to);
  expect(away.sent).toEqual([]);
  expect(away.printed).toEqual(['agencies/a/agency.json:3:5 schema zone: no IANA time zone']);
});

test('everything is printed, what GitHub shows is sent; errors come before warnings', () => {
  const many = Array.from({ length: 13 }, (_, index): Annotation => ({ level: 'error', title: 't', message: String(index) }));
  const { to, sent, printed } = recorder(true);
  annotate([{ level: 'warning', title: 't', message: 'last' }, ...many], to);
  expect(sent.map(({ message }) => message)).toEqual(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'last']);
  expect(printed).toHaveLength(14);
  expect(printed.at(-1)).toBe('t last');
});

test('an incomplete account is a warning, coverage under the floor an error', () => {
  const good = ofOutcome(outcome(0.9, account('a', 'complete'), account('b', 'partial', 'HTTP 500')));
  expect(good.map(({ level, title, message }) => [level, title, message])).toEqual([
    ['warning', 'tirtaraya/b', 'partial; 2026-09-01…2026-09-03 failed (HTTP 500)'],
  ]);
  const bad = ofOutcome(outcome(0.7999, account('a', 'failed')));
  expect(bad.map(({ level }) => level)).toEqual(['error', 'warning']);
  expect(bad[0]?.message).toContain('coverage 79%, floor 80%');
});

test('coverage: at the floor is enough, nothing expected is not short, 79.9 is never rounded up', () => {
  expect(shortfall(outcome(0.8))).toBeNull();
  expect(shortfall(outcome(null))).toBeNull();
  expect(isShort([outcome(1), outcome(0.1)])).toBe(true);
  expect([percent(0.799), percent(0.29), percent(1), percent(0)]).toEqual(['79%', '29%', '100%', '0%']);
});

test('the workflow hears that collecting ended and what lacks, and nothing off GitHub', () => {
  const said = new Map<string, string>();
  const set = (name: string, value: string) => void said.set(name, value);
  conclude([outcome(0.1)], {}, set);
  expect(said.size).toBe(0);
  expect(unpack(said.get('outcomes'))).toBeNull();
  conclude([outcome(0.9, account('a', 'failed'))], { GITHUB_OUTPUT: '/x' }, set);
  expect(said.get('coverage')).toBe('enough');
  expect(unpack(said.get('outcomes'))).toEqual([]);
  conclude([outcome(0.9), outcome(0.1, account('a', 'failed'), account('b', 'complete'))], { GITHUB_OUTPUT: '/x' }, set);
  expect(said.get('coverage')).toBe('short');
  expect(unpack(said.get('outcomes'))).toEqual([outcome(0.1, account('a', 'failed'))]);
  const many = Array.from({ length: 200 }, (_, index) => account(`a${index}`, 'failed', 'x'.repeat(300)));
  conclude([outcome(0.1, ...many)], { GITHUB_OUTPUT: '/x' }, set);
  expect(said.get('outcomes')?.length).toBeLessThan(60_000);
  expect(unpack(said.get('outcomes'))).toEqual([outcome(0.1)]);
});

test('the summary has a row an account and its gaps', async () => {
  const text = renderSummary([outcome(0.5, account('kabar', 'complete'), account('info', 'failed', 'HTTP 429'))]);
  expect(text).toContain('| kabar (mastodon) | ✓ lengkap / complete | 7 | – |');
  expect(text).toContain('<code>HTTP 429</code>');
  expect(text).toContain('50% (batas / floor 80%)');
  expect(renderSummary([outcome(null)])).toContain('belum ada angka');
  expect(renderSummary([])).toContain('No account was collected');
  const written: string[] = [];
  const summary = { addRaw: (raw: string) => written.push(raw), write: async () => {} };
  await summarise('x', {}, summary);
  await summarise('y', { GITHUB_STEP_SUMMARY: '/x' }, summary);
  expect(written).toEqual(['y']);
});

test('one issue is opened, kept up to date and closed', async () => {
  const log: string[] = [];
  let standing: Issue[] = [{ number: 1, title: 'Something else', body: '' }];
  const issues: Issues = {
    open: async () => standing,
    create: async (title, body) => void (standing = [...standing, { number: 2, title, body }]),
    update: async (number, body) => void (log.push(`update ${number}`), (standing = [{ number, title: TITLE, body }])),
    comment: async (number) => void log.push(`comment ${number}`),
    close: async (number) => void (log.push(`close ${number}`), (standing = [])),
  };
  const url = 'https://github.com/o/r/actions/runs/1';
  const short = [outcome(0.5, account('info', 'failed', 'HTTP 500'))];
  expect(await report({ runs: [outcome(0.9)], url }, issues)).toBe('nothing');
  expect(await report({ runs: short, url }, issues)).toBe('opened');
  expect(standing[1]?.body).toContain('info: <code>failed&#59; 2026&#45;09&#45;01');
  expect(await report({ runs: short, url }, issues)).toBe('nothing');
  expect(await report({ runs: null, url }, issues)).toBe('updated');
  expect(standing[0]?.body).toContain('no data were changed');
  expect(await report({ runs: [outcome(0.9)], url }, issues)).toBe('closed');
  expect(log).toEqual(['update 2', 'close 2']);
});

test('what will end, what it cost and whose peers there are stand in the summary and the annotations', () => {
  const told = {
    ...outcome(1, { ...account('a', 'complete'), cost: 0.12345, expires: '2026-09-10', api: 'v25.0' }),
    peers: [account('other', 'failed')],
    notices: [{ account: 'a', level: 'warning' as const, message: 'the token ends | on 2026-09-10' }],
  };
  const summary = renderSummary([told]);
  expect(summary).toContain('| a (mastodon) | ✓ lengkap / complete | 7 | US$ 0.1235 | 2026-09-10 | v25&#46;0 | – |');
  expect(summary).toContain('other (mastodon, pembanding / peer)');
  expect(summary).toContain('- ⚠ a: the token ends &#124; on 2026&#45;09&#45;10');
  expect(ofOutcome(told).map(({ level, title }) => [level, title])).toEqual([
    ['warning', 'tirtaraya/a'],
    ['warning', 'tirtaraya/other'],
  ]);
  // The job's output says what is lacking alone, and is read back by its own schema.
  let said = '';
  conclude([{ ...told, coverage: 0.1 }], { GITHUB_OUTPUT: 'x' }, (name, value) => void (name === 'outcomes' && (said = value)));
  expect(unpack(said)?.[0]).not.toHaveProperty('notices');
});

test('a token is spoken of from 14 days before its end, a version from 60', () => {
  const declaration = find('mastodon')?.declaration;
  if (!declaration) throw new Error('there is no mastodon');
  const mine = { id: 'a', name: 'A', platform: 'mastodon', source: 'mastodon', handle: 'a', since: '2026-01-01' };
  const levels = (day: string, expires?: string, ends?: string) =>
    notices(
      mine,
      { ...declaration, versions: [{ api: declaration.api, ...(ends ? { ends } : {}) }] },
      { ...account('a', 'complete'), ...(expires ? { expires } : {}) },
      day,
    ).map(({ level }) => level);
  expect(levels('2026-09-04')).toEqual([]);
  expect(['2026-09-05', '2026-09-06', '2026-09-20', '2026-09-21'].map((day) => levels(day, '2026-09-20'))).toEqual([
    [],
    ['warning'],
    ['warning'],
    ['error'],
  ]);
  expect(['2026-07-21', '2026-07-22', '2026-09-21'].map((day) => levels(day, undefined, '2026-09-20'))).toEqual([
    [],
    ['warning'],
    ['warning'],
  ]);
});
