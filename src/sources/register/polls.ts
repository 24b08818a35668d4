import type { Declaration } from '#model/source.ts';
import { declaration } from './polls-declaration.ts';
import { amounts, kept, measured, noMoreThan, readRegister, type Counts, type Entry, type Register } from './register.ts';
import type { Export, ExportSource, Pull } from '../source.ts';
import { tally, type Fact } from './tally.ts';

const VOTES: Counts = [
  ['votes', 'votes'],
  ['voters', 'participants'],
];
const QUESTIONS: Counts = [
  ['questions', 'questions'],
  ['questions-answered', 'answered'],
  ['participants', 'participants'],
];

function read(file: Export): Pull {
  const register = readRegister(file, declaration.layouts ?? []);
  const isPoll = register.layout.id === 'poll';
  if (!isPoll) noMoreThan(register, [['answered', 'questions']]);
  const facts = isPoll ? votes(register) : sessions(register);
  register.done();
  const counts = isPoll ? VOTES : QUESTIONS;
  const counted = tally(file, { ...declaration, gives: givesOf(isPoll) }, measured(register, counts), facts, register.span);
  return { api: declaration.api, posts: [], span: null, ...counted, ...kept(counted.series) };
}

/** Polls are counted by month, sessions by day. */
function givesOf(isPoll: boolean): Declaration['gives'] {
  return declaration.gives.filter((given) => (given.window === 'month') === isPoll);
}

/** Every option's votes; and each poll's voters once, though each of its rows has them. */
function votes({ entries, has }: Register): Fact[] {
  const polls = Map.groupBy(entries, (entry) => `${entry.day} ${entry.text('poll')}`);
  return [...polls.values()].flatMap((options): Fact[] => {
    const [first] = options as [Entry, ...Entry[]];
    const poll = first.text('poll');
    for (const other of options) {
      if (other.count('participants') !== first.count('participants'))
        other.refuse('participants', 'conflict', '"participants" differs between the rows of one poll');
    }
    const { day } = first;
    return [
      ...options.map((entry) => ({
        day,
        parts: { poll, option: entry.text('option') },
        amounts: { votes: entry.count('votes') },
      })),
      ...(has('participants') ? [{ day, parts: { poll }, amounts: { voters: first.count('participants') } }] : []),
    ];
  });
}

function sessions({ entries, has }: Register): Fact[] {
  return entries.map((entry) => ({
    day: entry.day,
    parts: { session: entry.text('session') },
    amounts: amounts(entry, has, QUESTIONS),
  }));
}

export const polls: ExportSource = { declaration, read };
