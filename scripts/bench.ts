import { spawnSync } from 'node:child_process';
import os from 'node:os';
import path from 'node:path';
import { reportsOf } from '#analyse/report.ts';
import { ConfigError } from '#model/error.ts';
import { addDays, daysBetween } from '#model/day.ts';
import { period, periodOf } from '#model/period.ts';
import { canonical } from '#store/json.ts';
import { openData } from '#store/read.ts';
import { bytes, list, remove, write } from '#store/write.ts';
import { load } from './analyse.ts';
import { collectMany, importExports, parseRows, readRows, writeExports, writeRows } from './load.ts';
import { main, options, text, UsageError } from './options.ts';

/**
 * Measures the build, the analysis, imports and collecting, where it can against another way of doing the same work in the same run, and
 * prints JSON. Seconds are of this machine; the ratios are what can be compared. `--sizes 24,500,2000` names the report pages, `--rows`
 * those of the imports, `--accounts` those of the run, `--of import,collect` what is measured.
 */
interface Measured {
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly peakMegabytes: number;
  /** What the work itself says of itself. */
  readonly result?: object;
}

const FOLDER = path.join(os.tmpdir(), `terang-bench-${process.pid}`);

/** A data folder with that many report pages (a report has two languages), each with figures of its own, so that no chart is drawn twice. */
function fill(source: string, root: string, pages: number): void {
  const data = openData(source);
  const [agency] = data.agencies();
  if (!agency) throw new ConfigError('there is no agency to copy; run "npm start" once');
  const months = data.periods(agency.id).filter((id) => period(id).kind === 'month');
  const reports = months.map((id) => data.report(agency.id, id));
  for (const file of list(source))
    if (!file.startsWith('agencies/')) write(path.join(root, file), bytes(path.join(source, file)), false);
  for (let made = 0; made * 2 < pages; made += 1) {
    const id = `${agency.id}-${Math.floor(made / months.length)}`;
    const report = reports[made % reports.length];
    if (!report) throw new ConfigError('the agency has no monthly report; run "npm start" once');
    const grown = (value: number | null) => (value === null ? null : Number((value * (1 + made / 1e4)).toPrecision(9)));
    write(path.join(root, 'agencies', id, 'agency.json'), canonical({ ...agency, id }), false);
    const changed = {
      ...report,
      agency: id,
      figures: report.figures.map((one) => ({ ...one, value: grown(one.value) })),
      history: report.history.map((one) => ({
        ...one,
        points: one.points.map((point) => ({ ...point, value: grown(point.value) })),
      })),
      daily: report.daily.map((one) => ({
        ...one,
        points: one.points.map((point) => ({ ...point, value: grown(point.value) })),
      })),
    };
    write(path.join(root, 'agencies', id, 'reports', `${report.period}.json`), canonical(changed), false);
  }
}

/** Runs one piece of work in a process of its own and reads what it used. */
function measure(work: string, env: Record<string, string>): Measured {
  const { stdout, status, stderr } = spawnSync(process.execPath, ['scripts/bench.ts', '--work', work], {
    env: { ...process.env, ...env },
    encoding: 'utf8',
    maxBuffer: 1e8,
  });
  const line = stdout.trim().split('\n').at(-1) ?? '';
  if (status !== 0) throw new ConfigError(`the benchmark "${work}" failed: ${stderr.slice(-500)}`);
  return JSON.parse(line) as Measured;
}

/** Work that a process of its own does: built site, or reports computed in two ways. */
const WORK: Readonly<Record<string, () => Promise<unknown>>> = {
  rows: async () => readRows(process.env['TERANG_BENCH'] ?? ''),
  parser: async () => parseRows(process.env['TERANG_BENCH'] ?? ''),
  import: async () => importExports(process.env['TERANG_BENCH'] ?? '', Number(process.env['TERANG_FILES'])),
  collect: async () => collectMany(process.env['TERANG_BENCH'] ?? '', Number(process.env['TERANG_ACCOUNTS'])),
  build: async () => (await import('astro')).build({ logLevel: 'error' }),
  analyse: async () => {
    const data = openData();
    for (const { id } of data.agencies()) reportsOf(load(data, id));
  },
  // The other way: the files read anew for each month, as a program does that keeps nothing between its reports.
  naive: async () => {
    const data = openData();
    for (const { id } of data.agencies()) for (let month = 0; month < 36; month += 1) load(data, id);
    for (const { id } of data.agencies()) reportsOf(load(data, id));
  },
};

/** The collected figures of the sample with a seventh account, shifted back so that they cover 36 months. */
function lengthen(source: string, root: string): void {
  const [agency] = openData(source).agencies();
  if (!agency) throw new ConfigError('there is no agency to copy; run "npm start" once');
  const shift = daysBetween('2024-09-01', '2025-07-01');
  const moved = (content: string) => content.replaceAll(/"(20\d\d-\d\d-\d\d)"/g, (_, day: string) => `"${addDays(day, -shift)}"`);
  const [copied] = agency.accounts;
  if (!copied) throw new ConfigError('the agency has no account to copy');
  const accounts = [...agency.accounts, { ...copied, id: 'seventh' }].map((one) => ({
    ...one,
    since: addDays(one.since, -shift),
  }));
  for (const file of list(source).filter((name) => !name.startsWith('agencies/')))
    write(path.join(root, file), bytes(path.join(source, file)), false);
  const folder = path.join('agencies', agency.id);
  write(path.join(root, folder, 'agency.json'), canonical({ ...agency, accounts }), false);
  for (const file of list(path.join(source, folder)).filter((name) => /^(observations|posts|runs)\//.test(name))) {
    const content = Buffer.from(bytes(path.join(source, folder, file))).toString('utf8');
    write(path.join(root, folder, file), content, false);
    const month = /(\d{4}-\d{2})\.json$/.exec(file)?.[1] ?? '';
    const back = periodOf(addDays(`${month}-01`, -shift), 'month').id;
    if (back < copied.since.slice(0, 7))
      write(path.join(root, folder, file.replace(month, back)), moved(content).replaceAll(`"${month}"`, `"${back}"`), false);
    const [room, account, name] = file.split('/');
    if (account === copied.id)
      write(path.join(root, folder, `${room}/seventh/${name}`), content.replaceAll(`"${account}"`, '"seventh"'), false);
  }
}

function measureBuild(root: string, pages: number) {
  const data = path.join(FOLDER, `data-${pages}`);
  fill(root, data, pages);
  const env = {
    TERANG_DATA: data,
    TERANG_OUT: path.join(FOLDER, `site-${pages}`),
    TERANG_CACHE: path.join(FOLDER, `cache-${pages}`),
    TERANG_COMMENTARY: path.join(FOLDER, 'none'),
  };
  const drawn = measure('build', env);
  const cached = measure('build', env);
  const speed = (one: Measured) => ({ ...one, pagesPerSecond: pages / one.seconds });
  remove(env.TERANG_OUT);
  return { pages, drawn: speed(drawn), cached: speed(cached), ratio: drawn.cpuSeconds / cached.cpuSeconds };
}

function measureAnalysis(root: string) {
  const long = path.join(FOLDER, 'long');
  lengthen(root, long);
  const env = { TERANG_DATA: long };
  const once = measure('analyse', env);
  const naive = measure('naive', env);
  return { months: 36, accounts: 7, once, naive, ratio: naive.cpuSeconds / once.cpuSeconds };
}

/** Files that a platform's own export would need: none is larger than 25 MB. */
const POSTS_IN_FILE = 200_000;

/** The door reads so many short rows; a tenth as many posts are imported, since each is a record with a dozen figures. */
function measureImport(rows: number) {
  const posts = Math.ceil(rows / 10);
  const files = Math.ceil(posts / POSTS_IN_FILE);
  const env = { TERANG_BENCH: FOLDER, TERANG_FILES: String(files) };
  writeRows(FOLDER, rows);
  const [door, parser] = [measure('rows', env), measure('parser', env)];
  writeExports(FOLDER, posts, files);
  const whole = measure('import', env);
  const speed = (one: Measured, count = rows) => ({ ...one, rowsPerSecond: Math.round(count / one.seconds) });
  return {
    rows,
    door: speed(door),
    parser: speed(parser),
    ratio: door.cpuSeconds / parser.cpuSeconds,
    whole: { posts, files, ...speed(whole, posts) },
  };
}

await main(async () => {
  const { root, values } = options({
    sizes: { type: 'string' },
    rows: { type: 'string' },
    accounts: { type: 'string' },
    of: { type: 'string' },
    work: { type: 'string' },
  });
  const work = text(values['work']);
  if (work !== undefined) {
    const start = performance.now();
    const result = await WORK[work]?.();
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    const measured: Measured = {
      seconds: (performance.now() - start) / 1000,
      cpuSeconds: (userCPUTime + systemCPUTime) / 1e6,
      peakMegabytes: Math.round(maxRSS / 1024),
      ...(typeof result === 'object' && result !== null ? { result } : {}),
    };
    process.stdout.write(`\n${JSON.stringify(measured)}\n`);
    return 0;
  }
  const number = (name: string, otherwise: number) => Number(text(values[name]) ?? otherwise);
  const MEASURED: Readonly<Record<string, () => unknown>> = {
    build: () => (text(values['sizes']) ?? '24').split(',').map((pages) => measureBuild(root, Number(pages))),
    analyse: () => measureAnalysis(root),
    import: () => measureImport(number('rows', 1_000_000)),
    collect: () => measure('collect', { TERANG_BENCH: FOLDER, TERANG_ACCOUNTS: String(number('accounts', 30)) }),
  };
  const names = (text(values['of']) ?? Object.keys(MEASURED).join(',')).split(',');
  const wrong = names.find((name) => !(name in MEASURED));
  if (wrong !== undefined) throw new UsageError(`--of takes ${Object.keys(MEASURED).join(', ')}, not "${wrong}"`);
  try {
    const results = Object.fromEntries(names.map((name) => [name, MEASURED[name]?.()]));
    process.stdout.write(`${JSON.stringify({ node: process.version, cpus: os.cpus().length, ...results }, null, 2)}\n`);
  } finally {
    remove(FOLDER);
  }
  return 0;
});
