import { randomUUID } from 'node:crypto';
import type { Agency } from '#model/agency.ts';
import { Private } from '#model/comment.ts';
import { addDays, type Day } from '#model/day.ts';
import { ConfigError } from '#model/error.ts';
import { periodsWithin } from '#model/period.ts';
import { Terms } from '#model/topic.ts';
import type { Waiting } from '#opinion/topic/emerging.ts';
import { quotas } from '#sources/http/quota.ts';
import { openBook } from '#store/book.ts';
import { canonical } from '#store/json.ts';
import { paths, schemaOf } from '#store/paths.ts';
import { openData, type Data } from '#store/read.ts';
import { write } from '#store/write.ts';
import { aroundHere, type Around } from './label.ts';
import { hearMonth } from './label/hear.ts';
import { needTerminal, onScreen } from './label/terminal.ts';
import { chosen, main, options, present, text, today, UsageError } from './options.ts';
import { emergenceOf } from './readers.ts';
import { CLOCK } from './sample/index.ts';
import { review } from './terms/review.ts';
import { WORDS } from './terms/words.ts';

const USE = 'npm run terms -- --agency A [--language id|en]';

/** Weeks whose words are looked at: those of a month that has not closed yet, and a few before. */
const BACK = 38;
/** Days before them that they are held against. */
const BASELINE = 56;

/**
 * Reads the comments of the last weeks afresh, shows a person which words wait for a yes, and writes what was decided into `terms.json`, for a pull
 * request. Words on which nobody decided are written nowhere. Returns the exit code.
 */
export async function terms(args: string[], around: Around): Promise<number> {
  const { root, agency: id, values } = options({ language: { type: 'string' } }, false, args);
  const data = openData(root);
  const [agency, ...others] = chosen(data.agencies(), id);
  if (!agency || others.length > 0) throw new UsageError(`name the agency with --agency: ${USE}`);
  const language = text(values['language']) ?? agency.languages[0];
  if (language !== 'id' && language !== 'en') throw new UsageError(`--language takes id or en, not "${String(language)}"`);
  const day = agency.sample
    ? today(values['now'] ?? CLOCK, agency.zone, around.clock)
    : present(values['now'], agency.zone, around.clock);
  const words = WORDS[language];
  needTerminal(around.input, around.output);
  const decided = await onScreen(around.input, around.output, async (terminal) => {
    terminal.write(`${words.reading}\r\n`);
    const waiting = await waitingTerms(data, agency, day, around);
    return waiting.length === 0 ? undefined : review(terminal, waiting, words);
  });
  if (!decided) {
    around.output.write(`${words.none}\n`);
    return 0;
  }
  const before = data.terms(agency.id);
  const joined = (old: Terms['accepted'], added: readonly string[]) =>
    [...old, ...added.map((term) => ({ term, on: day }))].sort((a, b) => (a.term < b.term ? -1 : 1));
  const after = { accepted: joined(before.accepted, decided.accepted), refused: joined(before.refused, decided.refused) };
  if (decided.accepted.length + decided.refused.length > 0)
    write(paths(root).terms(agency.id), canonical(Terms.parse({ $schema: schemaOf('terms', 2), ...after })));
  around.output.write(`${words.kept(decided.accepted.length, decided.refused.length)}\n`);
  return 0;
}

/** Terms that wait, each once with its strongest week; those that most people wrote first. In memory alone. */
async function waitingTerms(data: Data, agency: Agency, day: Day, around: Around): Promise<Waiting[]> {
  const accounts = agency.accounts.filter((one) => one.comments === true);
  if (accounts.length === 0)
    throw new ConfigError(`agency.json: no account of "${agency.id}" has "comments": true, so there are no words to look at`);
  const weeks = periodsWithin(addDays(day, -BACK), day, 'week').filter(({ to }) => to < day);
  const since = addDays(weeks[0]?.from ?? day, -BASELINE);
  const heard = emergenceOf(data, agency, randomUUID())(since);
  const means = around.means(agency);
  const shared = means.quotas ?? quotas();
  const book = openBook(data.root, agency.id);
  for (const account of accounts)
    for (const { id: month } of periodsWithin(since, day, 'month'))
      await hearMonth({ book, zone: agency.zone, month, day, means, quotas: shared }, account, ({ words, author, day: on }) =>
        heard.hear(words.read(), new Private(`${account.id} ${author.read()}`), on),
      );
  const { waiting } = heard.weeks(weeks.map(({ id, from, to }) => ({ week: id, from, to })));
  const once = new Map<string, Waiting>();
  for (const one of waiting.toSorted((a, b) => b.people - a.people))
    if (!once.has(one.term.read())) once.set(one.term.read(), one);
  return [...once.values()];
}

if (import.meta.main) await main(() => terms(process.argv.slice(2), aroundHere));
