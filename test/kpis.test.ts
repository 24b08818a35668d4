import { describe, expect, test } from 'vitest';
import { kpis } from '#kpis/index.ts';

describe.each(kpis.map((kpi) => [kpi.id, kpi] as const))('%s', (_, kpi) => {
  test('has words in both languages', () => {
    for (const language of ['id', 'en']) {
      const text = kpi.texts[language];
      expect(Object.values(text ?? {}).filter((words) => words.trim().length > 3)).toHaveLength(4);
    }
  });

  test.each(kpi.examples.map((example) => [example.title['en'], example] as const))('%s', (_title, example) => {
    const outcome = kpi.compute(example.facts);
    const { figure, ...rest } = example.expect;
    if (figure.value === null) expect(outcome.figure).toEqual(figure);
    else expect(outcome.figure.value).toBeCloseTo(figure.value, 12);
    expect(outcome).toMatchObject(rest);
    const accounts = example.facts.map((facts) => facts.account);
    expect([...outcome.over, ...outcome.without.map((one) => one.account)].every((account) => accounts.includes(account))).toBe(
      true,
    );
  });
});
