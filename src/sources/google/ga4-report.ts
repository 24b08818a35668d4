import { z } from 'zod';
import { SourceError } from '#model/error.ts';
import type { Span } from '#model/run.ts';

const Header = z.object({ name: z.string() });
const Cell = z.object({ value: z.string() });
/** Google leaves a field out where it is 0, false or an empty list. */
const Rest = z.object({ remaining: z.number().default(0) }).optional();
export const Answer = z.object({
  dimensionHeaders: z.array(Header).default([]),
  metricHeaders: z.array(Header).default([]),
  rows: z.array(z.object({ dimensionValues: z.array(Cell).default([]), metricValues: z.array(Cell) })).default([]),
  rowCount: z.int().nonnegative().default(0),
  metadata: z
    .object({
      timeZone: z.string().optional(),
      subjectToThresholding: z.boolean().optional(),
      dataLossFromOtherRow: z.boolean().optional(),
      samplingMetadatas: z.array(z.unknown()).optional(),
    })
    .optional(),
  propertyQuota: z.object({ tokensPerDay: Rest, tokensPerHour: Rest, tokensPerProjectPerHour: Rest }).nullish(),
});
export type Answer = z.infer<typeof Answer>;

/** Rows of one answer; Google gives up to 250,000. */
const LIMIT = 10_000;
/** What a standard property may use up, by Google's documentation; a paid one has ten times as much. */
const TOKENS = { tokensPerDay: 200_000, tokensPerHour: 40_000, tokensPerProjectPerHour: 14_000 } as const;
/** What is left to others who use the same property. */
const LEFT = 0.2;

export interface Question {
  readonly dimensions: readonly string[];
  readonly metrics: readonly string[];
  readonly span: Span;
}

export interface Report {
  readonly rows: readonly { readonly by: readonly string[]; readonly counts: readonly (number | null)[] }[];
  /** The property's own zone. */
  readonly zone: string | undefined;
  /** Whether rows may be left out since they speak of too few people. */
  readonly isThresholded: boolean;
  /** Whether some rows were put together as "(other)". */
  readonly isFolded: boolean;
}

/** Asks for one page of a report, by the request's body. */
export type Door = (body: unknown) => Promise<Answer>;

/** A whole report, page by page, each row once. Throws a `SourceError` where rows are lacking, or the figures are a sample's. */
export async function report(door: Door, question: Question): Promise<Report> {
  const { dimensions, metrics, span } = question;
  const rows = new Map<string, Report['rows'][number]>();
  for (let offset = 0; ; offset += LIMIT) {
    const answer = await door({
      dateRanges: [{ startDate: span.from, endDate: span.to }],
      dimensions: dimensions.map((name) => ({ name })),
      metrics: metrics.map((name) => ({ name })),
      orderBys: dimensions.map((dimensionName) => ({ dimension: { dimensionName } })),
      limit: String(LIMIT),
      offset: String(offset),
      returnPropertyQuota: true,
    });
    if (answer.rows.length > 0) headed(answer, question);
    for (const { dimensionValues, metricValues } of answer.rows) {
      const by = dimensionValues.map((cell) => cell.value);
      if (by.length !== dimensions.length || metricValues.length !== metrics.length) throw shapeless('a row of another length');
      rows.set(JSON.stringify(by), { by, counts: metricValues.map((cell) => countOf(cell.value)) });
    }
    const { rowCount, metadata } = answer;
    if (metadata?.samplingMetadatas?.length)
      throw new SourceError('Google Analytics answers from a sample of the events; estimates are not kept');
    if (offset + LIMIT < rowCount && answer.rows.length > 0) continue;
    if (rows.size !== rowCount) throw shapeless(`${rows.size} rows where it counts ${rowCount}`);
    return {
      rows: [...rows.values()],
      zone: metadata?.timeZone,
      isThresholded: metadata?.subjectToThresholding ?? false,
      isFolded: metadata?.dataLossFromOtherRow ?? false,
    };
  }
}

/** Columns have to be those that were asked for, in their order. */
function headed(answer: Answer, { dimensions, metrics }: Question): void {
  const names = [...answer.dimensionHeaders, ...answer.metricHeaders].map((header) => header.name);
  if (names.join() !== [...dimensions, ...metrics].join()) throw shapeless('other columns than those that were asked for');
}

function shapeless(what: string): SourceError {
  return new SourceError(`Google Analytics answered with ${what}; its API may have changed`);
}

/** All values are texts, also counts: "12", at times "12.0". */
function countOf(text: string): number | null {
  return /^\d{1,20}(\.\d{1,10})?$/.test(text) ? Number(text) : null;
}

/** Which of the property's quotas has been used up to 80 %, so that nothing more is asked in this run. */
export function spentOf(quota: Answer['propertyQuota']): string | undefined {
  const names = Object.keys(TOKENS) as (keyof typeof TOKENS)[];
  return names.find((name) => {
    const left = quota?.[name]?.remaining;
    return left !== undefined && left < TOKENS[name] * LEFT;
  });
}
