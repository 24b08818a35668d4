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

function facts({ entries, has }: Register, mappings: typeof SENT): Fact[] {
  return entries.map((entry) => {
    const channel = entry.part('channel');
    const [campaign, segment, contacts] = [entry.text('campaign'), entry.part('segment'), entry.part('contacts')];
    return {
      day: entry.day,
      parts: {
        ...(channel === undefined ? {} : { channel }),
        ...(campaign === '' ? {} : { campaign }),
        ...(segment === undefined ? {} : { segment }),
        ...(contacts === undefined ? {} : { contacts }),
      },
      amounts: amounts(entry, has, mappings),
    };
  });
}

export const messages: ExportSource = { declaration, read };
