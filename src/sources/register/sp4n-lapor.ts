import type { Day } from '#model/day.ts';
import type { Measure } from '#model/measure.ts';
import type { Span } from '#model/run.ts';
import { readDate } from '../file/date.ts';
import { covered, namedSpan } from '../file/export.ts';
import { open, type Column, type Sheet } from '../file/sheet.ts';
import type { Export, ExportSource, Pull } from '../source.ts';
import { commonCodes } from './codes.ts';
import { declaration } from './sp4n-lapor-declaration.ts';
import { categoryOf, channelOf, cityOf, isClosed, isComplaint, provinceOf } from './sp4n-lapor-words.ts';
import { tally, type Fact } from './tally.ts';

// Columns with the reporter's name, the title and both texts of the report have no key here: no code of ours can ask for them.
type Key = keyof typeof columns;
const columns = {
  id: { kind: 'text', names: { id: ['Tracking ID'] } },
  day: { kind: 'text', names: { id: ['Tanggal Laporan Masuk'] } },
  class: { kind: 'text', names: { id: ['Klasifikasi Laporan'] } },
  categoryId: { kind: 'text', names: { id: ['ID Kategori'] } },
  category: { kind: 'text', names: { id: ['Kategori'] } },
  channel: { kind: 'text', names: { id: ['Sumber Laporan'] } },
  status: { kind: 'text', names: { id: ['Status Laporan'] } },
  province: { kind: 'text', names: { id: ['Provinsi'] } },
  city: { kind: 'text', names: { id: ['Kota/Kabupaten'] } },
  rating: { kind: 'text', names: { id: ['Rating'] } },
} satisfies Record<string, Column>;

type Row = Sheet<Key>['rows'][number];

function read(file: Export): Pull {
  const { sheet } = open<Key>(file, columns, [{ name: 'SP4N-LAPOR!', needs: ['id', 'day', 'class', 'status'] }]);
  const span = covered(file, namedSpan(file.name));
  const rows = sheet.rows.filter((row) => !isFoot(sheet, row));
  const ambiguous = twoNamed(sheet, rows);
  const seen = new Map<string, string>();
  const facts = rows.flatMap((row): Fact[] => {
    const id = sheet.text(row, 'id').trim();
    if (!/^\d{1,12}$/.test(id)) {
      sheet.refuse(row, 'id', 'id', 'this is no Tracking ID: those are digits. Export again and do not edit the file');
      return [];
    }
    const fact = report(file, sheet, row, span, ambiguous);
    if (!fact) return [];
    const content = JSON.stringify(fact);
    if (seen.has(id) && seen.get(id) !== content)
      sheet.refuse(
        row,
        'id',
        'conflict',
        'this Tracking ID stands above with other content; export for one institution, and once',
      );
    if (seen.has(id)) return [];
    seen.set(id, content);
    return [fact];
  });
  sheet.done();
  const measures: Measure[] = [
    'reports-received',
    'complaints-received',
    'complaints-closed',
    ...(sheet.has('rating') ? ['ratings' as const, 'rating-sum' as const] : []),
  ];
  return { api: declaration.api, posts: [], span: null, ...tally(file, declaration, measures, withoutRare(facts), span) };
}

/** What people choose from LAPOR's lists can be written over: a category or city that few rows have is "other". */
function withoutRare(facts: readonly Fact[]): Fact[] {
  const common = (part: 'service' | 'city'): ((code: string) => string) =>
    commonCodes(facts.map((fact) => fact.parts[part] ?? 'unstated'));
  const [service, city] = [common('service'), common('city')];
  return facts.map(({ parts, ...rest }) => ({
    ...rest,
    parts: {
      ...parts,
      ...(parts.service === undefined ? {} : { service: service(parts.service) }),
      ...(parts.city === undefined ? {} : { city: city(parts.city) }),
    },
  }));
}

function report(file: Export, sheet: Sheet<Key>, row: Row, span: Span, ambiguous: ReadonlySet<string>): Fact | undefined {
  const day = dayOf(file, sheet, row, span);
  const closed = isClosed(sheet.text(row, 'status'));
  if (closed === undefined)
    sheet.refuse(
      row,
      'status',
      'status',
      'this status is none that is known here, so it can’t be told whether the report is closed',
    );
  const rating = sheet
    .text(row, 'rating')
    .trim()
    .replace(/^[-–]$/, '');
  if (!/^[1-5]?$/.test(rating)) sheet.refuse(row, 'rating', 'rating', 'a rating is 1 to 5, or empty');
  if (day === undefined || closed === undefined) return undefined;
  const id = sheet.text(row, 'categoryId').trim();
  const service =
    ambiguous.has(id) || (sheet.has('categoryId') && !/^\d{0,6}$/.test(id)) ? 'other' : categoryOf(sheet.text(row, 'category'));
  return {
    day,
    parts: {
      ...(sheet.has('category') ? { service } : {}),
      ...(sheet.has('channel') ? { channel: channelOf(sheet.text(row, 'channel')) } : {}),
      ...(sheet.has('province') ? { province: provinceOf(sheet.text(row, 'province')) } : {}),
      ...(sheet.has('city') ? { city: cityOf(sheet.text(row, 'city')) } : {}),
    },
    amounts: {
      'reports-received': 1,
      // A request for information or an aspiration is no complaint: it counts among the reports alone.
      ...(isComplaint(sheet.text(row, 'class'))
        ? {
            'complaints-received': 1,
            'complaints-closed': closed ? 1 : 0,
            ratings: rating === '' ? 0 : 1,
            'rating-sum': Number(rating),
          }
        : {}),
    },
  };
}

/** The day of a report: "3 Jan 2026", "17 Agu 2026". What stands there instead is not shown: it may be another column's. */
function dayOf(file: Export, sheet: Sheet<Key>, row: Row, span: Span): Day | undefined {
  const reading = readDate(sheet.text(row, 'day'), file.zone, file.today, 'day-first');
  if (!('day' in reading) || reading.day === null) {
    sheet.refuse(row, 'day', 'date', 'this is no day such as "3 Jan 2026" that has been');
    return undefined;
  }
  if (reading.day < span.from || reading.day > span.to) {
    sheet.refuse(row, 'day', 'span', `the report came in outside the days that the file covers: ${span.from} to ${span.to}`);
  }
  return reading.day;
}

/** Notes below the table have neither an id nor a day. */
function isFoot(sheet: Sheet<Key>, row: Row): boolean {
  return !/\d/.test(sheet.text(row, 'id')) && sheet.text(row, 'day').trim() === '';
}

/** Ids of categories that stand with two names: a cell was overwritten, with who knows what. */
function twoNamed(sheet: Sheet<Key>, rows: readonly Row[]): Set<string> {
  const names = new Map<string, string>();
  const twice = new Set<string>();
  for (const row of rows) {
    const [id, name] = [sheet.text(row, 'categoryId').trim(), categoryOf(sheet.text(row, 'category'))];
    if (id !== '' && names.has(id) && names.get(id) !== name) twice.add(id);
    names.set(id, name);
  }
  return twice;
}

export const sp4nLapor: ExportSource = { declaration, read };
