import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { annotate, ofFindings, ofOutcome, outlet } from '#github/annotate.ts';
import { conclude, isShort, type Outcome } from '#github/outcome.ts';
import { renderSummary, summarise } from '#github/summary.ts';
import { Agency } from '#model/agency.ts';
import type { Day } from '#model/day.ts';
import type { OpinionMonth } from '#model/opinion.ts';
import type { AccountRun } from '#model/run.ts';
import { DataError, formatFinding, type Finding } from '#model/error.ts';
import { Slug } from '#model/text.ts';
import type { Progress } from '#sources/http/http.ts';
import { find } from '#sources/index.ts';
import { quotas } from '#sources/http/quota.ts';
import { Exchanges, replay } from '#sources/http/replay.ts';
import { openBook } from '#store/book.ts';
import { parseFile } from '#store/parse.ts';
import { paths } from '#store/paths.ts';
import { openData } from '#store/read.ts';
import { list, sweep } from '#store/write.ts';
import { diagnose, renderDiagnoses, type Diagnosis } from './doctor.ts';
import { chosen, main, options, present, text, today, UsageError } from './options.ts';
import { collect, type Means } from './pull.ts';
import { readersOf } from './readers.ts';
import { makeSample, sampleMeans } from './sample.ts';
import { CLOCK } from './sample/index.ts';

await main(async () => {
  const { root, agency, values } = options({
    only: { type: 'string' },
    since: { type: 'string' },
    'dry-run': { type: 'boolean' },
    replay: { type: 'string' },
    doctor: { type: 'boolean' },
  });
  const only = text(values['only']);
  if (only !== undefined && !find(only)) throw new UsageError(`--only takes a source such as facebook, not "${only}"`);
  const since = values['since'] === undefined ? undefined : today(values['since'], 'UTC', () => new Date());
  const folder = text(values['replay']);
  if (folder !== undefined && list(folder).length === 0) throw new UsageError(`--replay ${folder}: there is no file`);
  const transport =
    folder === undefined
      ? undefined
      : replay(
          list(folder)
            .filter((file) => file.endsWith('.json'))
            .flatMap((file) => parseFile(path.join(folder, file), Exchanges) ?? []),
        );
  const clock = () => new Date();
  const { agencies, broken } = readable(root, agency);
  // Where every file is broken there is none to choose from, and that is not a wrong --data.
  const configs = agencies.length === 0 && broken.length > 0 ? [] : chosen(agencies, agency);
  const isMade = (config: Agency) => config.sample === true && !transport;
  const idle = ['only', 'since', 'now'].filter((name) => values[name] !== undefined);
  if (values['doctor'] !== true && idle.length > 0 && configs.length > 0 && configs.every(isMade))
    throw new UsageError(
      `--${idle.join(', --')}: the sample agency has its own clock and answers, so this would do nothing; use --replay, or a real agency`,
    );
  const live: Omit<Means, 'env' | 'only' | 'since'> = {
    ...(transport ? { transport } : {}),
    sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    random: Math.random,
    now: clock,
  };
  if (values['doctor'] === true) {
    const found: Diagnosis[] = [];
    for (const config of configs) {
      const made = isMade(config);
      const day = made ? CLOCK : present(values['now'], config.zone, clock);
      const means = made ? sampleMeans(config) : { ...live, env: process.env };
      const some = await diagnose(openData(root), config, day, { ...means, only });
      process.stdout.write(renderDiagnoses(config, day, some));
      found.push(...some);
    }
    for (const one of broken) process.stderr.write(`${one.findings.map(formatFinding).join('\n')}\n`);
    return broken.length > 0 || found.some((one) => one.reads === 'no') ? 1 : 0;
  }
  // Before anything is asked: a wrong day is wrong for all.
  for (const config of configs) if (!transport && !isMade(config)) present(values['now'], config.zone, clock);
  const outcomes: Outcome[] = [];
  const findings: Finding[] = broken.flatMap((one) => one.findings);
  const lose = (id: string): void => {
    // Nothing of it came: under whatever floor, so that the job turns red and its issue opens.
    if (Slug.safeParse(id).success)
      outcomes.push({ agency: id, day: today(values['now'], 'UTC', clock), coverage: 0, floor: 1, accounts: [] });
  };
  for (const { id } of broken) lose(id);
  const dry = values['dry-run'] === true;
  const shared = quotas();
  const one = async (config: Agency): Promise<Outcome | undefined> => {
    if (isMade(config)) {
      if (!dry) return makeSample(root, config);
      process.stdout.write(`dry run: ${config.id} is the sample agency; its figures are made, and nothing is written\n`);
      return undefined;
    }
    const book = openBook(root, config.id);
    if (!dry) sweep(`${root}/agencies/${config.id}`);
    const day = today(values['now'], config.zone, clock);
    const waits = new Map<string, number>();
    const progress = (account: string, event: Progress): void => {
      if (event.kind === 'wait') waits.set(account, (waits.get(account) ?? 0) + event.milliseconds);
      show(account, event);
    };
    const readers = readersOf(openData(root), config, randomUUID());
    findings.push(...readers.findings);
    const means = { ...live, quotas: shared, env: process.env, progress, only, since, readers: readers.readers };
    const outcome = await collect(book, config, day, means);
    if (dry) process.stdout.write('dry run: nothing is written\n');
    else process.stdout.write(`${config.id} ${day}: ${book.commit()} files changed\n`);
    for (const result of [...outcome.accounts, ...(outcome.peers ?? [])]) process.stdout.write(`${said(result, waits)}\n`);
    return { ...outcome, waiting: dry ? 0 : waitingOf(openData(root).opinions(config.id), day) };
  };
  for (const config of configs) {
    try {
      const outcome = await one(config);
      if (outcome) outcomes.push(outcome);
    } catch (error) {
      // A stored file that can't be read is that agency's trouble alone; a fault in Terang itself still stops everything.
      if (!(error instanceof DataError)) throw error;
      findings.push(...error.findings);
      lose(config.id);
    }
  }
  annotate([...ofFindings(findings), ...outcomes.flatMap(ofOutcome)], outlet(process.env));
  await summarise(renderSummary(outcomes), process.env);
  conclude(outcomes, process.env);
  return isShort(outcomes) || findings.length > 0 ? 1 : 0;
});

/** Words that are not named in the months that were counted on a day. */
function waitingOf(months: readonly OpinionMonth[], day: Day): number {
  return months
    .filter(({ readings }) => readings[0]?.counted === day)
    .flatMap(({ emerging }) => emerging)
    .reduce((all, { waiting }) => all + waiting, 0);
}

/** Agencies whose file can be read, and what is wrong with those whose can't: one bad file never stops the others. */
function readable(root: string, wanted: string | undefined) {
  const agencies: Agency[] = [];
  const broken: { readonly id: string; readonly findings: readonly Finding[] }[] = [];
  for (const file of list(paths(root).agencies)) {
    const id = /^([^/.][^/]*)\/agency\.json$/.exec(file)?.[1];
    if (id === undefined) continue;
    try {
      agencies.push(...[parseFile(paths(root).agency(id), Agency) ?? []].flat());
    } catch (error) {
      if (!(error instanceof DataError)) throw error;
      if (wanted === undefined || wanted === id) broken.push({ id, findings: error.findings });
    }
  }
  return { agencies: broken.some((one) => one.id === wanted) ? [] : agencies, broken };
}

/** One account's run in one line. */
function said({ account, outcome, requests, cost, expires }: AccountRun, waits: ReadonlyMap<string, number>): string {
  const waited = Math.ceil((waits.get(account) ?? 0) / 1000);
  const facts = [
    outcome,
    `${requests} requests`,
    ...(waited > 0 ? [`waited ${waited} s`] : []),
    ...(cost === undefined ? [] : [`US$ ${Number(cost.toFixed(4))}`]),
    ...(expires === undefined ? [] : [`token until ${expires}`]),
  ];
  return `  ${account}: ${facts.join(', ')}`;
}

function show(account: string, event: Progress): void {
  if (event.kind === 'wait') process.stderr.write(`${account}: waits ${Math.ceil(event.milliseconds / 1000)} s: ${event.why}\n`);
  else if (event.kind === 'request')
    process.stderr.write(`${account}: ${event.url}${event.turn > 1 ? ` (try ${event.turn})` : ''}\n`);
}
