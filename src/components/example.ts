import type { Figure } from '#model/figure.ts';
import type { AccountFacts, Example } from '#kpis/kpi.ts';
import type { I18n } from '#i18n/index.ts';

/** What a worked example starts from, a line for each account. */
export function inputs(example: Example, words: I18n): readonly string[] {
  return example.facts.map((facts, index) => {
    const parts = [
      ...states(facts, words),
      ...quality(facts, words),
      ...daily(facts, words),
      ...parted(facts, words),
      ...posts(facts, words),
    ];
    return words.t('method.given', {
      number: index + 1,
      facts: parts.length === 0 ? words.t('method.nothing') : parts.join('; '),
    });
  });
}

function states(facts: AccountFacts, words: I18n): string[] {
  const said: [string, Figure][] = [
    ['method.start', facts.followersAtStart],
    ['method.end', facts.followersAtEnd],
    ['method.reach', facts.reach],
  ];
  return said.flatMap(([key, figure]) => (figure.value === null ? [] : [words.t(key, { value: figure.value })]));
}

function quality({ quality: { known, expected, open, behind } }: AccountFacts, words: I18n): string[] {
  if (expected === 0) return [];
  return [
    words.t('editions.example.known', { known, expected }),
    ...(open > 0 ? [words.t('editions.example.open', { count: open })] : []),
    ...(behind === undefined ? [] : [words.t('editions.example.behind', { count: behind })]),
  ];
}

function daily(facts: AccountFacts, words: I18n): string[] {
  const [days, months] = [Object.entries(facts.daily), Object.entries(facts.monthly)];
  const all = [...days.map((one) => ['daily', ...one] as const), ...months.map((one) => ['monthly', ...one] as const)];
  return all.flatMap(([window, measure, one]) =>
    one
      ? [
          words.t(`method.${window}`, {
            measure: words.t(`measure.${measure}`),
            value: one.total,
            known: one.known,
            expected: one.expected,
          }),
        ]
      : [],
  );
}

function parted(facts: AccountFacts, words: I18n): string[] {
  return Object.entries(facts.parts).flatMap(([measure, rows = []]) =>
    rows.flatMap(({ dimensions, figure, each = [{ on: undefined, figure }] }) =>
      each.map((one) =>
        words.t('method.part', {
          measure: words.t(`measure.${measure}`),
          part: [...Object.values(dimensions), ...(one.on === undefined ? [] : [words.day(one.on)])].join(', '),
          value: words.number(one.figure.value ?? 0),
        }),
      ),
    ),
  );
}

function posts(facts: AccountFacts, words: I18n): string[] {
  if (facts.posts.length === 0) return [];
  const each = facts.posts.map((post) => {
    const figures: [string, Figure | undefined][] = [
      ['engagements', post.engagements],
      ['followers', post.followers],
      ...Object.entries(post.figures),
    ];
    const known = figures.flatMap(([measure, figure]) =>
      figure?.value == null ? [] : [`${words.number(figure.value)} ${words.t(`measure.${measure}`)}`],
    );
    return known.length === 0 ? words.t('figure.unknown') : words.list(known);
  });
  return [`${words.t('method.posts', { count: facts.posts.length })}: ${each.join(' · ')}`];
}
