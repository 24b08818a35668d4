const known = new Map<string, number>();

/** Decimals that are kept: two, or more where the currency has more (KWD). This machine's tables give IDR none, but platforms bill sen. */
function decimals(currency: string): number {
  let places = known.get(currency);
  if (places === undefined) {
    const { maximumFractionDigits = 2 } = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions();
    places = Math.max(2, maximumFractionDigits);
    known.set(currency, places);
  }
  return places;
}

/** An amount as platforms send it (`"1234.5"`) to the currency's smallest unit, half of it rounded up; undefined where it is no amount. */
export function amount(text: string | undefined, currency: string): number | undefined {
  const [, units, rest = ''] = /^(\d{1,15})(?:\.(\d+))?$/.exec(text ?? '') ?? [];
  if (units === undefined) return undefined;
  const places = decimals(currency);
  const kept = Number(`${units}.${rest.slice(0, places).padEnd(places, '0')}`);
  return (rest[places] ?? '0') < '5' ? kept : add(kept, 10 ** -places, currency);
}

/** Millionths of the currency, as Google sends them, to the currency's smallest unit. */
export function fromMicros(text: string | undefined, currency: string): number | undefined {
  if (text === undefined || !/^\d{1,18}$/.test(text)) return undefined;
  const digits = text.padStart(7, '0');
  return amount(`${digits.slice(0, -6)}.${digits.slice(-6)}`, currency);
}

/** A count that comes as a text; undefined where it is none, or too large to be exact. */
export function whole(text: string | undefined): number | undefined {
  const count = text !== undefined && /^\d{1,16}$/.test(text) ? Number(text) : undefined;
  return Number.isSafeInteger(count) ? count : undefined;
}

/** Adds counts (of which platforms split some), or amounts of one currency, without the noise of binary fractions. */
export function add(a: number, b: number, currency: string | undefined): number {
  return currency === undefined ? Number((a + b).toFixed(6)) : Number((a + b).toFixed(decimals(currency)));
}

/** Not negative, and small enough for its smallest unit to be exact. */
export function isMoney(value: number): boolean {
  return Number.isFinite(value) && value >= 0 && value <= Number.MAX_SAFE_INTEGER / 1000;
}
