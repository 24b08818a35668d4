import { spawnSync } from 'node:child_process';
import os from 'node:os';
import path from 'node:path';
import { ConfigError } from '#model/error.ts';
import { period } from '#model/period.ts';
import { canonical } from '#store/json.ts';
import { openData } from '#store/read.ts';
import { bytes, list, remove, write } from '#store/write.ts';
import { analyse, load, renew } from './analyse.ts';
import { touch, writeArchive } from './archive.ts';
import { crew } from './crew.ts';
import { collectMany, importExports, parseRows, readRows, writeExports, writeRows } from './load.ts';
import { benchAdapting } from './opinion/adapting.ts';
import { benchOpinion, flood } from './opinion/bench.ts';
import { main, options, text, UsageError } from './options.ts';

/**
 * Measures the build, the analysis, imports and collecting, where it can against another way of doing the same work in the same run, and
 * prints JSON. Seconds are of this machine; the ratios are what can be compared. `--sizes 24,500,2000` names the report pages, `--rows`
 * those of the imports, `--accounts` those of the run, `--agencies` how many are analysed, `--of import,collect` what is measured. With the word
 * `opinion`: the classifier, on the files of `--data`; `--sizes` then names comments, and `--write` puts the figures into its card, `--quick` trains nothing anew; `adapt`: what it
 * brings to adapt it, and what that gives away.
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
  classify: flood,
  build: async () => (await import('astro')).build({ logLevel: 'error' }),
  // One agency alone: read, computed, written with its editions; what the process took to start is not counted, nor the list of files.
  analyse: async () => {
    const data = openData();
    const start = process.cpuUsage();
    for (const { id } of data.agencies()) analyse(data.root, id, load(data, id), { flush: false });
    const { user, system } = process.cpuUsage(start);
    return { cpuSecondsAlone: (user + system) / 1e6, userSecondsAlone: user / 1e6 };
  },
  // Many agencies with all that is written, as the command does it.
  renew: async () => {
    const root = process.env['TERANG_DATA'] ?? '';
    const ids = openData(root)
      .agencies()
      .map(({ id }) => id)
      .slice(0, Number(process.env['TERANG_MOST']));
    const again = process.env['TERANG_AGAIN'] === '1';
    const task = { root, again, flush: false, stamps: path.join(process.env['TERANG_BENCH'] ?? '', 'stamps') };
    const cores = Number(process.env['TERANG_CORES']);
    const done = await crew(ids, task, cores, renew);
    return { computed: done.filter(({ said }) => said).length, failed: done.filter(({ error }) => error).length };
  },
};

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

/** The profiles and the site of an agency that publishes much. */
const LARGE = ['facebook', 'meta-business-suite', 'x-analytics', 'youtube-studio', 'mastodon', 'bluesky', 'matomo'];
/** Of one of the many: a regency with three profiles. */
const SMALL = ['facebook', 'meta-business-suite', 'youtube-studio'];
const MONTHS = 36;
/** So many are computed once more on two cores and on one. */
const COMPARED = 60;

/** One large agency; then many: from scratch, with nothing new, with news for one in a hundred; then some of them all over again on two cores and on one. */
function measureAnalysis(root: string, agencies: number) {
  const sources = openData(root).sources();
  const [large, many] = [path.join(FOLDER, 'large'), path.join(FOLDER, 'many')];
  for (const folder of [large, many]) write(path.join(folder, 'sources.json'), bytes(path.join(root, 'sources.json')), false);
  const size = { months: MONTHS, sources: LARGE, posts: 10_000 };
  writeArchive(large, 'besar', sources, size);
  const one = { ...size, accounts: LARGE.length, ...measure('analyse', { TERANG_DATA: large }) };
  const each = { months: MONTHS, sources: SMALL, posts: 1_000 };
  for (let number = 0; number < agencies; number += 1) writeArchive(many, `instansi-${number}`, sources, each, number);
  const renewed = (cores: number, again?: 'again', most = agencies) =>
    measure('renew', {
      TERANG_DATA: many,
      TERANG_BENCH: FOLDER,
      TERANG_CORES: `${cores}`,
      TERANG_MOST: `${most}`,
      TERANG_AGAIN: again ? '1' : '0',
    });
  const scratch = renewed(2);
  const unchanged = renewed(2);
  const touched = Math.max(1, Math.round(agencies / 100));
  for (let number = 0; number < touched; number += 1) touch(many, `instansi-${number}`, SMALL[0] ?? '');
  const changed = renewed(2);
  const compared = Math.min(agencies, COMPARED);
  const [again, single] = [renewed(2, 'again', compared), renewed(1, 'again', compared)];
  return {
    one,
    many: {
      agencies,
      ...each,
      scratch,
      unchanged,
      changed: { agencies: touched, ...changed },
      cores: { agencies: compared, two: again, one: single },
      ratios: {
        cores: single.seconds / again.seconds,
        unchanged: scratch.cpuSeconds / unchanged.cpuSeconds,
        changed: scratch.cpuSeconds / changed.cpuSeconds,
      },
    },
  };
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
  const { root, values, positionals } = options(
    {
      sizes: { type: 'string' },
      rows: { type: 'string' },
      accounts: { type: 'string' },
      agencies: { type: 'string' },
      of: { type: 'string' },
      work: { type: 'string' },
      corpus: { type: 'string' },
      weights: { type: 'string' },
      write: { type: 'boolean' },
      quick: { type: 'boolean' },
    },
    true,
  );
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
    analyse: () => measureAnalysis(root, number('agencies', 24)),
    import: () => measureImport(number('rows', 1_000_000)),
    collect: () => measure('collect', { TERANG_BENCH: FOLDER, TERANG_ACCOUNTS: String(number('accounts', 30)) }),
  };
  if (positionals[0] === 'opinion') {
    const how = {
      folder: root,
      corpus: text(values['corpus']) ?? 'data/corpus',
      weights: text(values['weights']) ?? 'data/classifier/1',
      sizes: (text(values['sizes']) ?? '100000,1000000').split(',').map(Number),
      write: values['write'] === true,
      quick: values['quick'] === true,
    };
    process.stdout.write(`${JSON.stringify(benchOpinion(how, measure), null, 2)}\n`);
    return 0;
  }
  if (positionals[0] === 'adapt') {
    const found = benchAdapting(root, text(values['corpus']) ?? 'data/corpus', text(values['weights']) ?? 'data/classifier/1');
    process.stdout.write(`${JSON.stringify(found, null, 2)}\n`);
    return 0;
  }
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
