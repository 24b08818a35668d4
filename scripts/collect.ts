import path from 'node:path';
import { annotate, ofOutcome, outlet } from '#github/annotate.ts';
import { conclude, isShort, type Outcome } from '#github/outcome.ts';
import { renderSummary, summarise } from '#github/summary.ts';
import type { Progress } from '#sources/http.ts';
import { find } from '#sources/index.ts';
import { Exchanges, replay } from '#sources/replay.ts';
import { openBook } from '#store/book.ts';
import { parseFile } from '#store/parse.ts';
import { openData } from '#store/read.ts';
import { list, sweep } from '#store/write.ts';
import { chosen, main, options, text, today, UsageError } from './options.ts';
import { collect } from './pull.ts';
import { makeSample } from './sample.ts';

await main(async () => {
  const { root, agency, values } = options({
    only: { type: 'string' },
    since: { type: 'string' },
    'dry-run': { type: 'boolean' },
    replay: { type: 'string' },
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
  const outcomes: Outcome[] = [];
  for (const config of chosen(openData(root).agencies(), agency)) {
    if (config.sample && !transport) {
      outcomes.push(await makeSample(root, config));
      continue;
    }
    const book = openBook(root, config.id);
    sweep(`${root}/agencies/${config.id}`);
    const day = today(values['now'], config.zone, () => new Date());
    const outcome = await collect(book, config, day, {
      ...(transport ? { transport } : {}),
      sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
      random: Math.random,
      now: () => new Date(),
      env: process.env,
      progress: show,
      only,
      since,
    });
    if (values['dry-run']) process.stdout.write('dry run: nothing is written\n');
    else process.stdout.write(`${config.id} ${day}: ${book.commit()} files changed\n`);
    outcomes.push(outcome);
  }
  annotate(outcomes.flatMap(ofOutcome), outlet(process.env));
  await summarise(renderSummary(outcomes), process.env);
  conclude(outcomes, process.env);
  return isShort(outcomes) ? 1 : 0;
});

function show(account: string, event: Progress): void {
  if (event.kind === 'wait') process.stderr.write(`${account}: waits ${Math.ceil(event.milliseconds / 1000)} s: ${event.why}\n`);
  else if (event.kind === 'request')
    process.stderr.write(`${account}: ${event.url}${event.turn > 1 ? ` (try ${event.turn})` : ''}\n`);
}
