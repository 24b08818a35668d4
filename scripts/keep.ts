import { Agency } from '#model/agency.ts';
import type { Exports, Kept } from '#gate/exports.ts';
import { exposes } from '#model/dimension.ts';
import { DataError } from '#model/error.ts';
import { find, isExport } from '#sources/index.ts';
import type { Export, ExportSource, Pull } from '#sources/source.ts';
import { parseFile } from '#store/parse.ts';
import { paths } from '#store/paths.ts';
import { sha256 } from '#store/write.ts';

/** Whether a file that gave this may be kept as received: figures alone, and none of what people are. */
function isHarmless(source: ExportSource, { keep, posts, series }: Pull): boolean {
  const isPersonal = source.declaration.personal === true || posts.length > 0;
  return keep === true && !isPersonal && series.every((one) => !exposes(one.measure, one.dimensions));
}

/** Reads kept exports again, for the gate. */
export function exportsOf(root: string): Exports {
  const agencies = new Map<string, Agency | undefined>();
  const agencyOf = (id: string): Agency | undefined => {
    if (!agencies.has(id)) agencies.set(id, parseFile(paths(root).agency(id), Agency));
    return agencies.get(id);
  };
  return { hash: sha256, reread: (kept) => mayStay(kept, agencyOf(kept.agency)) };
}

/**
 * Why an export may not be kept as received, without anything of a cell; nothing where it may. It has to be read without what a person may
 * have said at its import, since the gate reads it again later.
 */
export function mayStay(kept: Kept, agency: Agency | undefined): string | undefined {
  const source = find(kept.source);
  if (!source || !isExport(source) || source.declaration.personal) return 'files of this source are never kept';
  const account = agency?.accounts.find((one) => one.id === kept.account && one.source === kept.source);
  if (!agency || !account) return `agency.json has no account "${kept.account}" with the source "${kept.source}"`;
  const file = { name: 'file.csv', bytes: kept.bytes, account, zone: agency.zone, today: kept.day, file: 'imports/file.csv' };
  let fault = 'its source finds more in it than figures';
  for (const told of guesses(kept)) {
    try {
      if (isHarmless(source, source.read({ ...file, ...told }))) return undefined;
      return fault;
    } catch (error) {
      if (!(error instanceof DataError)) throw error;
      const [first] = error.findings;
      fault = `its source can't read it (line ${first?.line}, column ${first?.column}: ${first?.rule})`;
    }
  }
  return fault;
}

/** What the person who imported may have said beside, which is not written down: the days covered, the language, the year. */
function guesses({ bytes, day }: Kept): Partial<Export>[] {
  const text = new TextDecoder('latin1').decode(bytes);
  const years = [...text.matchAll(/(?<!\d)20\d\d(?=-\d\d)|(?<=\d\/)20\d\d(?!\d)/g)].map(([year]) => year).sort();
  const [first, last] = [years[0], years.at(-1)];
  const last5 = Array.from({ length: 5 }, (_, back) => ({ year: Number(day.slice(0, 4)) - back }));
  const times = first && last ? [{ span: { from: `${first}-01-01`, to: `${last}-12-31` } }] : last5;
  return times.flatMap((one) => [one, { ...one, locale: 'id' as const }, { ...one, locale: 'en' as const }]);
}
