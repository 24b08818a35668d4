import type { Measure } from '#model/measure.ts';
import { declaration } from './messages-declaration.ts';
import { amounts, kept, measured, noMoreThan, readRegister, type Register } from './register.ts';
import type { Export, ExportSource, Pull } from '../source.ts';
import { tally, type Fact } from './tally.ts';

const SENT: readonly (readonly [Measure, string])[] = [
  ['messages-sent', 'sent'],
  ['messages-delivered', 'delivered'],
  ['messages-opened', 'opened'],
  ['messages-clicked', 'clicked'],
  ['messages-replied', 'replied'],
  ['messages-answered', 'answered'],
];
const PEOPLE: readonly (readonly [Measure, string])[] = [['people-contacted', 'people']];
/** Of two columns, the first counts a part of the second. A link can be opened in a message that no tool saw opened. */
const WITHIN = [
  ['delivered', 'sent'],
  ['answered', 'sent'],
  ['opened', 'delivered'],
  ['clicked', 'delivered'],
  ['replied', 'delivered'],
] as const;

/** People of several channels overlap: they are counted by channel, or over all channels, and neither is made of the other. */
function read(file: Export): Pull {
  const register = readRegister(file, declaration.layouts ?? []);
  const mappings = register.layout.id === 'sent' ? SENT : PEOPLE;
  noMoreThan(register, WITHIN);
  register.done();
  const gives = declaration.gives.filter(
    ({ measure, dimensions = [] }) =>
      mappings.some(([one]) => one === measure) &&
      (measure !== 'people-contacted' || dimensions.includes('channel') === register.has('channel')),
  );
  const counted = tally(file, { ...declaration, gives }, measured(register, mappings), facts(register, mappings), register.span);
  return { api: declaration.api, posts: [], span: null, ...counted, ...kept(counted.series) };
}

/** What a channel does not have: columns that are empty in all of its rows, as an SMS is never "opened". Its messages are then not counted there. */
function inapplicable({ entries, has }: Register, mappings: typeof SENT): ReadonlySet<string> {
  const rows = Map.groupBy(entries, (entry) => entry.part('channel') ?? '');
  return new Set(
    [...rows].flatMap(([channel, own]) =>
      mappings.flatMap(([measure, column]) =>
        has(column) && own.every((entry) => entry.count(column) === null) ? [`${channel} ${measure}`] : [],
      ),
    ),
  );
}

function facts(register: Register, mappings: typeof SENT): Fact[] {
  const { entries, has } = register;
  const none = inapplicable(register, mappings);
  // A column that nobody filled is not known; one that some channels lack is known of the others. Calls alone are taken.
  const isUsed = (measure: Measure) => entries.some((entry) => !none.has(`${entry.part('channel') ?? ''} ${measure}`));
  return entries.map((entry) => {
    const channel = entry.part('channel');
    const counted = mappings.filter(
      ([measure]) =>
        !none.has(`${channel ?? ''} ${measure}`) || !(isUsed(measure) || (measure === 'messages-answered' && channel !== 'call')),
    );
    const [campaign, segment, contacts] = [entry.text('campaign'), entry.part('segment'), entry.part('contacts')];
    return {
      day: entry.day,
      parts: {
        ...(channel === undefined ? {} : { channel }),
        ...(campaign === '' ? {} : { campaign }),
        ...(segment === undefined ? {} : { segment }),
        ...(contacts === undefined ? {} : { contacts }),
      },
      amounts: amounts(entry, has, counted),
    };
  });
}

export const messages: ExportSource = { declaration, read };
