import { randomInt } from 'node:crypto';
import type { Agency } from '#model/agency.ts';
import type { CellName } from '#model/opinion.ts';
import { period } from '#model/period.ts';
import { Slug } from '#model/text.ts';
import { openBook } from '#store/book.ts';
import { openData } from '#store/read.ts';
import { adapting, wishOf } from './label/adapting.ts';
import { outcome } from './label/outcome.ts';
import { present as show } from './label/screen.ts';
import { sit, type Labelled, type Seat } from './label/sitting.ts';
import { needTerminal, onScreen, type Input, type Output } from './label/terminal.ts';
import { WORDS } from './label/words.ts';
import { chosen, main, options, present, text, today, UsageError } from './options.ts';
import type { Means } from './pull.ts';
import { sampleMeans } from './sample.ts';
import { CLOCK } from './sample/index.ts';

const USE =
  'npm run label -- --agency A --month 2026-09 [--n 300] [--of account:facebook | --of topic:banjir] [--language id|en] [--adapt common|words [--out data/classifier/2]]';

/** What the command runs with; a test hands in its own. */
export interface Around {
  readonly input: Input;
  readonly output: Output;
  readonly clock: () => Date;
  readonly means: (agency: Agency) => Means;
}

/**
 * One sitting: a month's comments are read afresh, drawn from and labelled by one person, and the sums are written beside the month's counts.
 * Returns the exit code: 1 where nothing was written. `chance` is for tests: what it gave is kept nowhere, nor can anybody choose it.
 */
export async function label(args: string[], around: Around, chance: () => number = lots): Promise<number> {
  const {
    root,
    agency: id,
    values,
  } = options(
    {
      month: { type: 'string' },
      n: { type: 'string' },
      of: { type: 'string' },
      language: { type: 'string' },
      adapt: { type: 'string' },
      out: { type: 'string' },
    },
    false,
    args,
  );
  const data = openData(root);
  const [agency, ...others] = chosen(data.agencies(), id);
  if (!agency || others.length > 0) throw new UsageError(`name the agency with --agency: ${USE}`);
  const day = agency.sample
    ? today(values['now'] ?? CLOCK, agency.zone, around.clock)
    : present(values['now'], agency.zone, around.clock);
  const month = monthOf(text(values['month']), day);
  const language = languageOf(text(values['language']) ?? agency.languages[0]);
  const scope = scopeOf(text(values['of']));
  const wish = wishOf(text(values['adapt']), text(values['out']), scope, data);
  const book = openBook(root, agency.id);
  let learnt: readonly Labelled[] = [];
  const seat: Seat = {
    book,
    data,
    agency,
    zone: agency.zone,
    month,
    day,
    means: around.means(agency),
    scope,
    n: sizeOf(text(values['n'])),
    chance,
    learn: (labelled) => (learnt = labelled),
  };
  needTerminal(around.input, around.output);
  around.output.write(`Membaca komentar ${month} … / Reading the comments of ${month} …\n`);
  const sittings = await sit(seat, (drawn, least) =>
    onScreen(around.input, around.output, (terminal) => show(terminal, drawn, least, WORDS[language])),
  );
  const counted = book.opinion(month);
  if (sittings.length === 0 || !counted) {
    around.output.write('Tidak ada yang disimpan. / Nothing was kept.\n');
    return 1;
  }
  book.commit();
  around.output.write(outcome(counted, sittings));
  if (wish) around.output.write(adapting(learnt, wish, { data, agency: agency.id, month, day }));
  around.output.write('Jalankan "npm run analyse", lalu kirim perubahannya. / Run "npm run analyse", then commit the change.\n');
  return 0;
}

function monthOf(named: string | undefined, day: string): string {
  if (named === undefined || !/^\d{4}-(0[1-9]|1[0-2])$/.test(named))
    throw new UsageError(`name a month with --month 2026-09: ${USE}`);
  if (period(named).to >= day)
    throw new UsageError(`${named} belum berakhir; komentarnya masih datang. / ${named} is not over; comments are still coming.`);
  return named;
}

function languageOf(named: string | undefined): 'id' | 'en' {
  if (named === 'id' || named === 'en') return named;
  throw new UsageError(`--language takes id or en, not "${String(named)}"`);
}

function scopeOf(named: string | undefined): CellName {
  if (named === undefined || named === 'all') return { of: 'all' };
  const [of, id] = named.split(':');
  if ((of === 'account' || of === 'topic') && Slug.safeParse(id).success) return { of, id };
  throw new UsageError(`--of takes account:facebook or topic:banjir, not "${named}"`);
}

function sizeOf(named: string | undefined): number | undefined {
  if (named === undefined) return undefined;
  if (/^[1-9]\d{2,3}$/.test(named)) return Number(named);
  throw new UsageError(`--n takes 100 to 9999 comments, not "${named}"`);
}

/** Numbers from 0 up to 1 that nobody can foresee. */
function lots(): number {
  return randomInt(2 ** 47) / 2 ** 47;
}

/** This machine's own terminal, clock and network; for the sample agency its invented servers. */
export const aroundHere: Around = {
  input: process.stdin,
  output: process.stdout,
  clock: () => new Date(),
  means: (agency) =>
    agency.sample
      ? sampleMeans(agency)
      : {
          sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
          random: Math.random,
          now: () => new Date(),
          env: process.env,
        },
};

if (import.meta.main) await main(() => label(process.argv.slice(2), aroundHere));
