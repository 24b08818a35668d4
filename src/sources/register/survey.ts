import type { Measure } from '#model/measure.ts';
import { readRegister, type Entry } from './register.ts';
import type { Export, ExportSource, Pull } from '../source.ts';
import { declaration } from './survey-declaration.ts';
import { tally, type Fact } from './tally.ts';

const ELEMENTS = ['u1', 'u2', 'u3', 'u4', 'u5', 'u6', 'u7', 'u8', 'u9'];
const MEASURES: Readonly<Record<string, readonly Measure[]>> = {
  ikm: ['survey-respondents', 'survey-answers', 'score-sum'],
  csat: ['csat-answers', 'csat-satisfied'],
};

function read(file: Export): Pull {
  const { layout, entries, span, has, done } = readRegister(file, declaration.layouts ?? []);
  const elements = ELEMENTS.filter((element) => has(element));
  const facts = entries.flatMap((entry) => (layout.id === 'csat' ? [answer(entry)] : respondent(entry, elements)));
  done();
  const measures = MEASURES[layout.id] ?? [];
  // The other layout's figures are not missing: they are another survey.
  const gives = declaration.gives.filter((given) => measures.includes(given.measure));
  return { api: declaration.api, posts: [], span: null, ...tally(file, { ...declaration, gives }, measures, facts, span) };
}

function answer(entry: Entry): Fact {
  const satisfied = ['4', '5'].includes(entry.text('score')) ? 1 : 0;
  return { day: entry.day, parts: parts(entry), amounts: { 'csat-answers': 1, 'csat-satisfied': satisfied } };
}

/** A respondent counts once, and once for each element that was answered. */
function respondent(entry: Entry, elements: readonly string[]): Fact[] {
  const given = elements.filter((element) => entry.text(element) !== '');
  if (given.length === 0) entry.refuse('no', 'empty', 'no element was answered: this row is no respondent; take it out');
  const { day } = entry;
  return [
    { day, parts: parts(entry), amounts: { 'survey-respondents': 1 } },
    ...elements.map((element): Fact => {
      const points = Number(entry.text(element));
      return {
        day,
        parts: { ...parts(entry), element },
        amounts: { 'survey-answers': points === 0 ? 0 : 1, 'score-sum': points },
      };
    }),
  ];
}

function parts(entry: Entry): Fact['parts'] {
  return Object.fromEntries((['age', 'gender', 'service', 'channel'] as const).map((part) => [part, entry.part(part)]));
}

export const survey: ExportSource = { declaration, read };
