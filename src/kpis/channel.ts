import { isKnown, known, missing } from '#model/figure.ts';
import type { Measure } from '#model/measure.ts';
import type { AccountFacts, Outcome, PartFacts } from './kpi.ts';
import { ratioOf, type Part } from './total.ts';
import { wholeOf } from './whole.ts';

/** One measure of messages as a part of another, over the channels that give both: an SMS is never "opened". */
export function byChannel(part: Measure, whole: Measure, accounts: readonly AccountFacts[]): Outcome {
  const channels = new Map<string, { numerator: number; denominator: number }>();
  const outcome = ratioOf(
    accounts.map((one): Part => {
      const [above, below] = [rowsOf(one, part), rowsOf(one, whole)];
      const both = [...above].flatMap(([channel, row]) => {
        const other = below.get(channel);
        return other ? [[row, other] as const] : [];
      });
      const { figure: lost, early } = wholeOf(part, one);
      if (both.length === 0)
        return { account: one.account, figure: missing(isKnown(lost) ? 'not-comparable' : lost.reason), grounds: [] };
      for (const [{ dimensions, figure }, other] of both) {
        const channel = dimensions.channel ?? '';
        const before = channels.get(channel) ?? { numerator: 0, denominator: 0 };
        channels.set(channel, {
          numerator: before.numerator + (figure.value ?? 0),
          denominator: before.denominator + (other.figure.value ?? 0),
        });
      }
      const sum = (at: 0 | 1) => both.reduce((all, pair) => all + (pair[at].figure.value ?? 0), 0);
      const grounds = both.flatMap((pair) => pair.map(({ ground }) => ground));
      return {
        account: one.account,
        figure: known(sum(0)),
        numerator: sum(0),
        denominator: sum(1),
        n: sum(1),
        ...(early ? { early } : {}),
        grounds: [...new Map(grounds.map((ground) => [ground.metric + ground.api, ground])).values()],
      };
    }),
  );
  const each = [...channels].sort(([a], [b]) => (a < b ? -1 : 1)).map(([channel, counts]) => ({ channel, ...counts }));
  return each.length === 0 ? outcome : { ...outcome, channels: each };
}

function rowsOf(one: AccountFacts, measure: Measure): Map<string, PartFacts> {
  const rows = (one.parts[measure] ?? []).filter(
    ({ dimensions, figure }) => Object.keys(dimensions).join() === 'channel' && isKnown(figure),
  );
  return new Map(rows.map((row) => [row.dimensions.channel ?? '', row]));
}
