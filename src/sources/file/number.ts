/** Which sign divides whole from part: `point` as in English, `comma` as in Indonesian and German. */
export type Mark = 'point' | 'comma';

/** A number, nothing at all (null), or why the cell is neither. */
export type Reading = { readonly value: number | null } | { readonly rule: string; readonly message: string };

// TikTok writes "undefined" for days whose figure is not there yet.
const NOTHING = new Set(['', '-', '–', '—', '--', 'n/a', 'na', 'null', 'undefined']);
const PLAIN = /^(0|[1-9]\d*)$/;
const GROUPED = { point: /^[1-9]\d{0,2}(,\d{3})+$/, comma: /^[1-9]\d{0,2}(\.\d{3})+$/ } as const;
const PART = { point: /^(0|[1-9]\d*|[1-9]\d{0,2}(,\d{3})+)\.\d+$/, comma: /^(0|[1-9]\d*|[1-9]\d{0,2}(\.\d{3})+),\d+$/ } as const;

/** The mark that a language writes; undefined for a language that is not known. */
export function markOf(locale: string | undefined): Mark | undefined {
  const language = locale?.toLowerCase().split(/[-_]/)[0];
  if (language === 'en') return 'point';
  return language === 'id' || language === 'de' ? 'comma' : undefined;
}

/** Marks that a cell proves by itself: `12.5` and `1,234,567` can be nothing but `point`; `1.234` proves nothing. */
export function evidence(text: string): Mark[] {
  const cell = bare(text);
  const marks: Mark[] = ['point', 'comma'];
  return marks.filter((mark) => {
    const other = mark === 'point' ? 'comma' : 'point';
    const fits = GROUPED[mark].test(cell) || PART[mark].test(cell);
    return fits && !GROUPED[other].test(cell) && !PART[other].test(cell);
  });
}

/**
 * Reads a count (whole, not negative) or a decimal. Never guesses: what two languages read differently is refused unless the mark is
 * known. Empty, `-` and `N/A` are "not known", never 0.
 */
export function readNumber(text: string, decimals: boolean, mark: Mark | undefined): Reading {
  const cell = bare(text);
  if (NOTHING.has(cell.toLowerCase())) return { value: null };
  if (PLAIN.test(cell)) return whole(cell);
  const marks = (['point', 'comma'] as const).filter((each) => GROUPED[each].test(cell) || PART[each].test(cell));
  if (marks.length === 0) return { rule: 'number', message: `"${cell.slice(0, 40)}" is no number${hint(cell)}` };
  if (mark === undefined && marks.length > 1) {
    return {
      rule: 'ambiguous-number',
      message: `"${cell}" is read differently in English and Indonesian; say --locale en or --locale id`,
    };
  }
  const used = mark ?? (marks[0] as Mark);
  if (GROUPED[used].test(cell)) return whole(cell.replaceAll(used === 'point' ? ',' : '.', ''));
  if (!PART[used].test(cell)) {
    return {
      rule: 'number',
      message: `"${cell}" is no number in this language; the file holds another: say --locale ${used === 'point' ? 'id' : 'en'}`,
    };
  }
  if (!decimals) return { rule: 'number', message: `"${cell}" is no whole number, but this column counts` };
  const value = used === 'point' ? Number(cell.replaceAll(',', '')) : Number(cell.replaceAll('.', '').replace(',', '.'));
  return value <= Number.MAX_SAFE_INTEGER ? { value } : tooLarge(cell);
}

/** Reads a cell that is a number by itself, as workbooks have them: the same in every language. */
export function exactNumber(text: string, decimals: boolean): Reading {
  const value = /^\d+(\.\d+)?(E[+-]?\d+)?$/i.test(text) ? Number(text) : Number.NaN;
  if (Number.isNaN(value)) return { rule: 'number', message: `"${text.slice(0, 40)}" is no number${hint(text)}` };
  if (value > Number.MAX_SAFE_INTEGER) return tooLarge(text);
  if (decimals || Number.isInteger(value)) return { value };
  return { rule: 'number', message: `"${text.slice(0, 40)}" is no whole number, but this column counts` };
}

function whole(digits: string): Reading {
  const value = Number(digits);
  return Number.isSafeInteger(value) ? { value } : tooLarge(digits);
}

function tooLarge(cell: string): Reading {
  return { rule: 'number', message: `"${cell.slice(0, 40)}" is larger than can be counted exactly` };
}

function hint(cell: string): string {
  if (/^[-−]/.test(cell)) return ': a count is not negative';
  if (/^\d+([.,]\d+)?\s*(k|m|b|rb|jt|ribu|juta|tsd|mio)\.?$/i.test(cell)) return ': it is rounded; export the full figures';
  if (/e[+-]?\d+$/i.test(cell)) return ': a spreadsheet has rewritten it; export again and do not open the file in one';
  return '';
}

function bare(text: string): string {
  return text
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/(?<=\d)[\u00a0\u202f](?=\d{3}\b)/g, '')
    .trim();
}
