import { z } from 'zod';
import { AccountState } from './account-state.ts';
import { Day } from './day.ts';
import { Comparison, KpiFigure, TargetState } from './kpi-figure.ts';
import { PartFigures, Parts } from './parts.ts';
import { OpinionReport } from './opinion.ts';
import { PeerPlace } from './peer-place.ts';
import { PeriodId, PeriodKind } from './period.ts';
import { Formats, NotedPost, Times } from './posting.ts';
import { DailySeries, History } from './series.ts';
import { Statement } from './statement.ts';
import { Slug } from './text.ts';

/** `reports/<period>.json`: computed, safe to delete and rebuild. */
export const Report = z.strictObject({
  $schema: z.string(),
  agency: Slug,
  period: PeriodId,
  kind: PeriodKind,
  from: Day,
  to: Day,
  zone: z.string().describe("The agency's time zone: days begin and end there"),
  asOf: Day.describe('Day of the newest run that the figures rest on'),
  begins: Day.describe('First day of the period that every account can cover; later than `from` where reporting began within it'),
  through: Day.describe('Last day of the period that the figures can cover so far'),
  status: z.enum(['provisional', 'final']),
  finalFrom: Day.describe('First day on which the period is settled and an edition is written'),
  open: z
    .array(z.enum(['platforms', 'registers']))
    .optional()
    .describe('What may still change a provisional report: corrections of platforms, registers that go on growing'),
  edition: z.int().positive().nullable().describe('Number of the newest edition; null while provisional'),
  figures: z.array(KpiFigure),
  comparisons: z.array(Comparison).describe('With the period before'),
  yearAgo: z.array(Comparison).describe('With the same period a year before, where there was one'),
  targets: z.array(TargetState),
  narrative: z.array(Statement).describe('What the opening says, in its order'),
  accounts: z.array(AccountState),
  daily: z.array(DailySeries).describe('Months only: day by day'),
  history: z.array(History).describe('Up to 13 periods of the same kind, this one last'),
  parts: z.array(Parts).describe('Months only: figures by campaign, age, class and the like'),
  byPart: z.array(PartFigures).describe('Months only: rates by campaign, segment, class and the like'),
  formats: z.array(Formats).describe('How posts of each type did'),
  times: Times.nullable().describe('When posts were published and how they did; null where too few have a time'),
  opinion: OpinionReport.nullable().describe('What comments say; null where none are read'),
  peers: z.array(PeerPlace).describe('The accounts among those of other bodies'),
  posts: z.array(NotedPost).describe('The posts that drew most engagements, at most ten'),
});
export type Report = z.infer<typeof Report>;
